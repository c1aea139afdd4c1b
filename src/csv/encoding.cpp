#include "csv/encoding.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace annals::csv {
namespace {

// Small letters and digits alone.
constexpr std::array<std::pair<std::string_view, Encoding>, 16> spellings{{
    {"utf8", Encoding::utf_8},
    {"usascii", Encoding::utf_8},
    {"ascii", Encoding::utf_8},
    {"utf16", Encoding::utf_16},
    {"utf16le", Encoding::utf_16_le},
    {"utf16be", Encoding::utf_16_be},
    {"windows1251", Encoding::windows_1251},
    {"win1251", Encoding::windows_1251},
    {"cp1251", Encoding::windows_1251},
    {"windows1252", Encoding::windows_1252},
    {"win1252", Encoding::windows_1252},
    {"cp1252", Encoding::windows_1252},
    {"ansi", Encoding::windows_1252},
    {"iso88591", Encoding::windows_1252},
    {"latin1", Encoding::windows_1252},
    {"l1", Encoding::windows_1252},
}};

std::optional<Encoding> marked(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) return Encoding::utf_8;
  if (head.starts_with("\xFF\xFE")) return Encoding::utf_16_le;
  if (head.starts_with("\xFE\xFF")) return Encoding::utf_16_be;
  return std::nullopt;
}

/// Which byte of UTF-16's pairs is mostly NUL: delimiters, digits and most headers are ASCII in any script. A
/// NUL or two in other text are only that.
std::optional<Encoding> by_nuls(std::string_view head) {
  head = head.substr(0, 1024);
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++nuls.at(i % 2);
  }
  auto const [first, second] = nuls;
  auto const mostly = [&](std::size_t these, std::size_t others) {
    return these >= 2 && these * 16 >= head.size() && these >= 8 * others;
  };
  if (mostly(second, first)) return Encoding::utf_16_le;
  if (mostly(first, second)) return Encoding::utf_16_be;
  return std::nullopt;
}

}  // namespace

std::optional<Encoding> encoding_of(std::string_view name) {
  std::string plain;
  for (char const c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  auto const* const found = std::find_if(spellings.begin(), spellings.end(),
                                         [&](auto const& spelling) { return spelling.first == plain; });
  if (found == spellings.end()) return std::nullopt;
  return found->second;
}

std::string_view name(Encoding encoding) {
  constexpr std::array<std::string_view, 6> names{"utf-8",    "utf-16",       "utf-16le",
                                                  "utf-16be", "windows-1251", "windows-1252"};
  return names.at(static_cast<std::size_t>(encoding));
}

Encoding encoding_of_file(std::string_view head, std::optional<Encoding> declared) {
  if (auto const mark = marked(head)) return *mark;
  if (declared && *declared != Encoding::utf_16) return *declared;
  auto const otherwise = declared ? Encoding::utf_16_le : Encoding::utf_8;
  return by_nuls(head).value_or(otherwise);
}

}  // namespace annals::csv
