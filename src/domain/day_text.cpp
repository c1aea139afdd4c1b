#include "domain/day_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.hpp"

namespace annals {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// 1 to 12 for "January", "jan", "Sept."; 0 for another word.
int month_named(std::string_view word) {
  constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
  if (word.size() < 3) return 0;
  for (std::size_t month = 0; month < names.size(); ++month) {
    if (word.size() > names[month].size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < word.size(); ++i) same = same && lower(word[i]) == names[month][i];
    if (same) return static_cast<int>(month) + 1;
  }
  return 0;
}

struct Number {
  int value;
  std::size_t digits;
};

struct Parts {
  std::vector<Number> numbers;
  int month = 0;           // named
  std::size_t before = 0;  // as many numbers stand before it
};

/// What stands behind a day as its time: blank or T, then a digit.
bool begins_time(std::string_view text, std::size_t at) {
  return (text[at] == ' ' || text[at] == 'T') && at + 2 < text.size() && is_digit(text[at + 1]) &&
         text.find(':', at) != std::string_view::npos;
}

std::optional<Parts> take_apart(std::string_view text) {
  Parts parts;
  for (std::size_t at = 0; at < text.size();) {
    bool const is_whole = parts.numbers.size() + (parts.month != 0 ? 1 : 0) == 3 ||
                          (parts.numbers.size() == 1 && parts.numbers[0].digits == 8);
    if (is_whole && begins_time(text, at)) return parts;
    if (is_digit(text[at])) {
      Number number{0, 0};
      for (; at < text.size() && is_digit(text[at]); ++at, ++number.digits) {
        if (number.digits == 8) return std::nullopt;
        number.value = number.value * 10 + (text[at] - '0');
      }
      parts.numbers.push_back(number);
    } else if (is_letter(text[at])) {
      auto const from = at;
      while (at < text.size() && is_letter(text[at])) ++at;
      if (parts.month != 0) return std::nullopt;
      parts.month = month_named(text.substr(from, at - from));
      parts.before = parts.numbers.size();
      if (parts.month == 0) return std::nullopt;
    } else if (std::string_view(" -/.,").find(text[at]) != std::string_view::npos && !parts.numbers.empty()) {
      ++at;
    } else if (text[at] == ' ' || (parts.month != 0 && (text[at] == '.' || text[at] == ','))) {
      ++at;
    } else {
      return std::nullopt;
    }
  }
  return parts;
}

std::optional<int> year_of(Number const& number, std::optional<int> from) {
  if (number.digits == 4) return number.value;
  if (number.digits != 2 || !from) return std::nullopt;
  int const year = *from - *from % 100 + number.value;
  return year < *from ? year + 100 : year;
}

std::optional<Day> day_of(std::optional<int> year, int month, Number const& day) {
  if (!year || day.digits > 2 || month < 1 || month > 12) return std::nullopt;
  date::year_month_day const date(date::year(*year), date::month(static_cast<unsigned>(month)),
                                  date::day(static_cast<unsigned>(day.value)));
  return date.ok() ? std::optional(Day(date)) : std::nullopt;
}

}  // namespace

std::optional<DateOrder> date_order_of(std::string_view word) {
  if (word == "ymd") return DateOrder::year_first;
  if (word == "mdy") return DateOrder::month_first;
  if (word == "dmy") return DateOrder::day_first;
  return std::nullopt;
}

std::optional<Day> parse_day(std::string_view text, DateOrder order,
                             std::optional<int> two_digit_years_from) {
  bool const has_clock = text.size() == 14 && std::all_of(text.begin(), text.end(), is_digit);
  auto const parts = take_apart(has_clock ? text.substr(0, 8) : text);
  if (!parts) return std::nullopt;
  auto const& numbers = parts->numbers;
  auto const year = [&](Number const& number) { return year_of(number, two_digit_years_from); };
  if (parts->month != 0) {
    if (numbers.size() != 2) return std::nullopt;
    return day_of(year(numbers[1]), parts->month, numbers[0]);
  }
  if (numbers.size() == 1 && numbers[0].digits == 8) {
    int const value = numbers[0].value;
    return day_of(value / 10000, value / 100 % 100, {value % 100, 2});
  }
  if (numbers.size() != 3) return std::nullopt;
  if (numbers[0].digits == 4) order = DateOrder::year_first;
  if (numbers[0].digits > 2 && order != DateOrder::year_first) return std::nullopt;
  auto const& [first, second, third] = std::tie(numbers[0], numbers[1], numbers[2]);
  switch (order) {
    case DateOrder::year_first:
      return second.digits > 2 ? std::nullopt : day_of(year(first), second.value, third);
    case DateOrder::month_first:
      return day_of(year(third), first.value, second);
    case DateOrder::day_first:
      return second.digits > 2 ? std::nullopt : day_of(year(third), second.value, first);
  }
  return std::nullopt;
}

}  // namespace annals
