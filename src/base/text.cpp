#include "base/text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <unordered_map>
#include <vector>

namespace annals {
namespace {

constexpr int combining_marks_max = 30;

// Unicode's explicit directional formatting (UAX 9, 2.1 to 2.5): each opener with the character that closes
// it.
UChar32 closer_of(UChar32 c) {
  if (c >= 0x202A && c <= 0x202E && c != 0x202C) return 0x202C;
  if (c >= 0x2066 && c <= 0x2068) return 0x2069;
  return 0;
}

bool is_directional(UChar32 c) { return closer_of(c) != 0 || c == 0x202C || c == 0x2069; }

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // ICU's macro narrows on purpose
#pragma GCC diagnostic ignored "-Wsign-conversion"
// The character at byte `at`, which moves behind it; negative where the bytes are not UTF-8.
UChar32 next_character(std::string_view text, std::int32_t& at) {
  auto const length = static_cast<std::int32_t>(text.size());
  UChar32 c = 0;
  U8_NEXT(text.data(), at, length, c);
  return c;
}
#pragma GCC diagnostic pop

std::optional<std::string> forbidden(UChar32 c) {
  if (c < 0) return "is not UTF-8";
  if (c == '\t' || c == '\n') return std::nullopt;
  if (c < 0x20 || c == 0x7F) return "has a control character";
  if ((c & 0xFFFE) == 0xFFFE) return "has a character that Unicode reserves";
  return std::nullopt;
}

icu::Normalizer2 const& normalizer(bool compatibility_decomposition) {
  UErrorCode status = U_ZERO_ERROR;
  auto const* found = compatibility_decomposition ? icu::Normalizer2::getNFKDInstance(status)
                                                  : icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU lacks its normalisation data");
  return *found;
}

// A transliterator keeps state while it works: one for each thread.
icu::Transliterator const& latin_to_ascii() {
  thread_local std::unique_ptr<icu::Transliterator> const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU lacks its transliteration data");
    return made;
  }();
  return *instance;  // NOLINT(clang-analyzer-cplusplus.NewDelete): it lives as long as its thread
}

/// Without anything that a rule of texts could be about but their length: most texts of a list are so.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t'; });
}

bool is_ascii(std::string_view text) {
  for (char const c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

std::string squeeze_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char const c : text) {
    bool const blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

/// A character's fold, which a text's is made of. ICU takes a microsecond for each, so those in use are kept.
std::string const& fold_character(UChar32 c) {
  constexpr std::size_t kept_max = 20000;
  thread_local std::unordered_map<UChar32, std::string> kept;
  if (auto const found = kept.find(c); found != kept.end()) return found->second;
  if (kept.size() == kept_max) kept.clear();
  UErrorCode status = U_ZERO_ERROR;
  auto const decompose = [&](icu::UnicodeString const& s) { return normalizer(true).normalize(s, status); };
  icu::UnicodeString const decomposed = decompose(icu::UnicodeString(c));
  icu::UnicodeString folded;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    UChar32 const part = decomposed.char32At(i);
    if (!is_mark(part)) folded.append(part == 0x0130 || part == 0x0131 ? UChar32{'i'} : part);
  }
  folded.foldCase();
  latin_to_ascii().transliterate(folded);
  folded = decompose(folded.foldCase());
  if (U_FAILURE(status)) throw std::runtime_error("ICU could not normalise a text");
  std::string out;
  return kept.emplace(c, folded.toUTF8String(out)).first->second;
}

}  // namespace

std::optional<TextFault> check_text(std::string_view text, std::size_t characters_max) {
  if (text.size() <= characters_max && is_plain(text)) return std::nullopt;
  std::vector<UChar32> open;
  int marks = 0;
  int position = 0;
  auto const length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length; ++position) {
    UChar32 const c = next_character(text, at);
    if (auto const why = forbidden(c)) return TextFault{Problem::bad_text, position, *why};
    if (static_cast<std::size_t>(position) >= characters_max) {
      return TextFault{Problem::too_long, position,
                       "is longer than " + std::to_string(characters_max) + " characters"};
    }
    marks = is_mark(c) ? marks + 1 : 0;
    if (marks > combining_marks_max) {
      return TextFault{Problem::too_long, position, "has more than 30 combining marks in a row"};
    }
    if (auto const closer = closer_of(c)) {
      open.push_back(closer);
    } else if (is_directional(c)) {
      if (open.empty() || open.back() != c) {
        return TextFault{Problem::unbalanced_bidi, position, "closes a text direction that is not open"};
      }
      open.pop_back();
    }
  }
  if (!open.empty()) return TextFault{Problem::unbalanced_bidi, position, "leaves a text direction open"};
  return std::nullopt;
}

std::string normalise_newlines(std::string_view text) {
  if (text.find('\r') == std::string_view::npos) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    out += text[i];
  }
  return out;
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::int32_t at = 0; at < static_cast<std::int32_t>(text.size());) {
    char const c = text[static_cast<std::size_t>(at)];
    if (static_cast<unsigned char>(c) >= 0x80) {
      folded += fold_character(next_character(text, at));
    } else {
      folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      ++at;
    }
  }
  return squeeze_blanks(folded);
}

std::string visible(std::string_view text) {
  std::string out;
  for (std::int32_t at = 0; at < static_cast<std::int32_t>(text.size());) {
    auto const start = static_cast<std::size_t>(at);
    auto const c = next_character(text, at);
    if (c < 0 || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0)
      out.append(text.substr(start, static_cast<std::size_t>(at) - start));
  }
  return out;
}

std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  auto const composed = normalizer(false).normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU could not normalise a text");
  std::string out;
  return composed.toUTF8String(out);
}

std::string quote_for_message(std::string_view text, std::size_t characters_max) {
  std::string out;
  auto const length = static_cast<std::int32_t>(text.size());
  std::size_t count = 0;
  int marks = 0;
  for (std::int32_t at = 0; at < length; ++count) {
    if (count == characters_max) return out + "…";
    std::int32_t const start = at;
    UChar32 const c = next_character(text, at);
    marks = is_mark(c) ? marks + 1 : 0;
    if (forbidden(c) || c == '\n' || c == '\t' || is_directional(c) || marks > combining_marks_max) {
      out += "\xEF\xBF\xBD";
    } else {
      out.append(text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start)));
    }
  }
  return out;
}

std::string storable(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string out;
  for (std::int32_t at = 0; at < static_cast<std::int32_t>(text.size());) {
    auto const start = at;
    if (next_character(text, at) > 0) {
      out.append(text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start)));
    } else {
      out += "\xEF\xBF\xBD";
    }
  }
  return out;
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (char const c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

}  // namespace annals
