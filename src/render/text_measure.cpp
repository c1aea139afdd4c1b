#include "render/text_measure.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace annals::render {
namespace {

UChar32 take_character(std::string_view text, std::size_t& at) {
  UChar32 character = 0;
  U8_NEXT(reinterpret_cast<std::uint8_t const*>(text.data()), at, text.size(), character);
  return character;
}

bool is_mark(UChar32 character) {
  auto const category = U_GET_GC_MASK(character);
  return (category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0;
}

double width_of_ascii(char character) {
  constexpr std::string_view thin = "iljI.,:;'|! ", narrow = "frt()[]/-\"*\\`{}", broad = "mwMWOQGD%@&";
  if (thin.find(character) != std::string_view::npos) return 0.36;
  if (narrow.find(character) != std::string_view::npos) return 0.46;
  if (broad.find(character) != std::string_view::npos) return 1.0;
  return character >= 'A' && character <= 'Z' ? 0.76 : 0.65;
}

double width_of(UChar32 character) {
  if (character < 0x80) return width_of_ascii(static_cast<char>(character));
  if (is_mark(character)) return 0;
  auto const east_asian = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  if (east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH) return 1.1;
  auto const category = U_GET_GC_MASK(character);
  if ((category & U_GC_LU_MASK) != 0) return 0.86;
  // Many scripts of India and beyond have letters as wide as an m.
  return character < 0x700 ? 0.7 : 1.0;
}

/// The end of the longest beginning that is no wider.
std::size_t end_within(std::string_view text, double width) {
  double used = 0;
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size(); end = at) {
    used += width_of(take_character(text, at));
    if (used > width) break;
  }
  return end;
}

}  // namespace

double text_width(std::string_view text) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(take_character(text, at));
  return width;
}

std::string cut_to_width(std::string_view text, double width) {
  if (text_width(text) <= width) return std::string(text);
  auto kept = text.substr(0, end_within(text, width - 1.0));
  while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
  return std::string(kept) + "…";
}

std::vector<std::string> break_to_width(std::string_view text, double width) {
  std::vector<std::string> lines;
  while (text_width(text) > width) {
    auto end = std::max<std::size_t>(end_within(text, width), 1);
    while (end < text.size() && U8_IS_TRAIL(static_cast<std::uint8_t>(text[end]))) ++end;
    auto const blank = text.substr(0, end).rfind(' ');
    bool const at_blank = blank != std::string_view::npos && blank > 0;
    lines.emplace_back(text.substr(0, at_blank ? blank : end));
    text.remove_prefix(at_blank ? blank + 1 : end);
  }
  if (!text.empty()) lines.emplace_back(text);
  return lines;
}

bool is_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    auto const direction = u_charDirection(take_character(text, at));
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return true;
    if (direction == U_LEFT_TO_RIGHT) return false;
  }
  return false;
}

}  // namespace annals::render
