#include "csv/decoder.hpp"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <utility>

namespace annals::csv {
namespace {

constexpr UChar32 none = -1;

/// The characters of a code page's bytes. ICU gives a control for a byte that has no character, as Windows
/// does.
std::array<std::int32_t, 256> characters_of(Encoding encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, decltype(&ucnv_close)> const converter(
      ucnv_open(std::string(name(encoding)).c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) throw std::runtime_error("ICU lacks a code page");
  std::array<std::int32_t, 256> characters{};
  for (std::size_t byte = 0; byte < characters.size(); ++byte) {
    char const c = static_cast<char>(byte);
    char const* at = &c;
    auto const character = ucnv_getNextUChar(converter.get(), &at, at + 1, &status);
    bool const is_control = byte >= 0x80 && character < 0xA0;
    characters.at(byte) = U_FAILURE(status) || is_control || character == 0xFFFD ? none : character;
    status = U_ZERO_ERROR;
  }
  return characters;
}

/// Where the ASCII ends that `at` is in: most of a file is, so eight bytes are looked at together.
std::size_t end_of_ascii(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  for (std::uint64_t word = 0; bytes.size() - at >= sizeof word; at += sizeof word) {
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & high_bits) != 0) break;
  }
  while (at < bytes.size() && U8_IS_SINGLE(bytes[at])) ++at;
  return at;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // ICU's macros narrow on purpose
#pragma GCC diagnostic ignored "-Wsign-conversion"
void append_utf_8(std::string& out, UChar32 c) {
  std::array<char, U8_MAX_LENGTH> bytes;
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append(bytes.data(), length);
}

struct Character {
  UChar32 code;  // negative for bytes that are none
  std::size_t length;
  bool is_cut;  // by the end of the bytes
};

Character utf_8_at(std::string_view bytes, std::size_t at) {
  auto const left = std::min<std::size_t>(bytes.size() - at, U8_MAX_LENGTH);
  auto const length = static_cast<std::int32_t>(left);
  std::int32_t next = 0;
  UChar32 code = 0;
  U8_NEXT(bytes.data() + at, next, length, code);
  bool const is_cut = code < 0 && next == length && length <= U8_COUNT_TRAIL_BYTES(bytes[at]);
  return {code, static_cast<std::size_t>(next), is_cut};
}

/// The unit of UTF-16 at `at`, of which two bytes are there.
UChar32 unit_at(std::string_view bytes, std::size_t at, bool big_endian) {
  auto const high = static_cast<unsigned char>(bytes[at + (big_endian ? 0 : 1)]);
  auto const low = static_cast<unsigned char>(bytes[at + (big_endian ? 1 : 0)]);
  return high << 8 | low;
}

Character utf_16_at(std::string_view bytes, std::size_t at, bool big_endian) {
  auto const left = bytes.size() - at;
  if (left < 2) return {none, left, true};
  auto const unit = unit_at(bytes, at, big_endian);
  if (!U16_IS_SURROGATE(unit)) return {unit, 2, false};
  if (U16_IS_SURROGATE_TRAIL(unit)) return {none, 2, false};
  if (left < 4) return {none, left, true};
  auto const trail = unit_at(bytes, at + 2, big_endian);
  if (!U16_IS_TRAIL(trail)) return {none, 2, false};
  return {U16_GET_SUPPLEMENTARY(unit, trail), 4, false};
}
#pragma GCC diagnostic pop

}  // namespace

Decoder::Decoder(Encoding encoding, Text text, Bad bad)
    : encoding_(encoding), text_(std::move(text)), bad_(std::move(bad)) {
  if (encoding == Encoding::utf_16) throw std::logic_error("the byte order of UTF-16 is not known");
  if (encoding == Encoding::windows_1251 || encoding == Encoding::windows_1252)
    code_page_ = characters_of(encoding);
}

void Decoder::push(std::string_view bytes) {
  if (held_.empty()) return decode(bytes, false);
  auto const joined = std::exchange(held_, {}).append(bytes);
  decode(joined, false);
}

void Decoder::finish() {
  auto const rest = std::exchange(held_, {});
  decode(rest, true);
}

void Decoder::decode(std::string_view bytes, bool is_end) {
  std::size_t read = 0;
  switch (encoding_) {
    case Encoding::utf_8:
      read = decode_utf_8(bytes, is_end);
      break;
    case Encoding::utf_16:
    case Encoding::utf_16_le:
    case Encoding::utf_16_be:
      read = decode_utf_16(bytes, is_end);
      break;
    case Encoding::windows_1251:
    case Encoding::windows_1252:
      read = decode_code_page(bytes);
      break;
  }
  give(out_);
  out_.clear();
  held_ = bytes.substr(read);
  before_ += static_cast<std::int64_t>(read);
}

std::size_t Decoder::decode_utf_8(std::string_view bytes, bool is_end) {
  std::size_t begin = 0;  // of what is valid and not given yet
  std::size_t at = 0;
  while (at < bytes.size()) {
    at = end_of_ascii(bytes, at);
    if (at == bytes.size()) break;
    auto const [code, length, is_cut] = utf_8_at(bytes, at);
    if (is_cut && !is_end) break;
    if (code < 0) {
      give(bytes.substr(begin, at - begin));
      give_bad(at);
      begin = at + length;
    }
    at += length;
  }
  give(bytes.substr(begin, at - begin));
  return at;
}

std::size_t Decoder::decode_utf_16(std::string_view bytes, bool is_end) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    auto const [code, length, is_cut] = utf_16_at(bytes, at, encoding_ == Encoding::utf_16_be);
    if (is_cut && !is_end) break;
    put(code, at);
    at += length;
  }
  return at;
}

std::size_t Decoder::decode_code_page(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); ++at)
    put(code_page_.at(static_cast<unsigned char>(bytes[at])), at);
  return bytes.size();
}

void Decoder::put(std::int32_t character, std::size_t at) {
  if (character >= 0) return append_utf_8(out_, character);
  give(out_);
  out_.clear();
  give_bad(at);
}

void Decoder::give(std::string_view text) {
  if (!text.empty()) text_(text);
}

void Decoder::give_bad(std::size_t at) { bad_(before_ + static_cast<std::int64_t>(at)); }

}  // namespace annals::csv
