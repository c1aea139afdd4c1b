#include "render/biblatex_date.hpp"

#include <algorithm>

#include "render/date_forms.hpp"

namespace annals::render {
namespace {

bool are_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "2024", "202X", "20XX".
bool is_year_of_level_1(std::string_view text) {
  auto const gap = std::min(text.find('X'), text.size());
  return text.size() == 4 && gap >= 2 && are_digits(text.substr(0, gap)) &&
         text.find_first_not_of('X', gap) == std::string_view::npos;
}

/// A month or a season 21 to 24, which is all of the groupings that level 1 has.
bool is_month_of_level_1(std::string_view text) {
  return text == "XX" || (text.size() == 2 && are_digits(text) && text <= "24");
}

/// One side of an interval, or a whole date, with a mark for the whole of it alone.
std::optional<std::string> side_of_level_1(std::string_view text) {
  if (text.empty() || text == "..") return std::string(text);
  std::string const mark = std::string_view("?~%").find(text.back()) != std::string_view::npos
                               ? std::string(1, text.back())
                               : std::string();
  text.remove_suffix(mark.size());
  text = text.substr(0, text.find('T'));
  auto digits = text.substr(text.starts_with('-') ? 1 : 0);
  if (!is_year_of_level_1(digits.substr(0, 4))) return std::nullopt;
  digits.remove_prefix(4);
  if (!digits.empty()) {
    if (digits[0] != '-' || !is_month_of_level_1(digits.substr(1, 2))) return std::nullopt;
    digits.remove_prefix(3);
  }
  if (!digits.empty()) {
    auto const day = digits.substr(1);
    if (digits[0] != '-' || day.size() != 2 || (day != "XX" && !are_digits(day))) return std::nullopt;
  }
  return std::string(text) + mark;
}

std::optional<std::string> as_level_1(DateExpression const& date) {
  std::string_view const text = date.edtf();
  auto const slash = text.find('/');
  auto first = side_of_level_1(text.substr(0, slash));
  if (slash == std::string_view::npos || !first) return first;
  auto const last = side_of_level_1(text.substr(slash + 1));
  return last ? std::optional(*first + "/" + *last) : std::nullopt;
}

}  // namespace

std::optional<std::string> biblatex_date(DateExpression const& date) {
  if (auto same = as_level_1(date)) return same;
  auto const extent = day_extent(date);
  if (!extent) return std::nullopt;
  return iso_day(extent->first) + "/" + iso_day(extent->last);
}

}  // namespace annals::render
