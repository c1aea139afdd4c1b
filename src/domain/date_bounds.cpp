#include <algorithm>
#include <array>

#include "domain/edtf.hpp"

namespace annals::edtf {
namespace {

// Beyond a century the gaps that unspecified digits leave are not followed one by one: a list of a hundred
// such dates would be millions of days.
constexpr int years_followed_max = 100;

int power_of_ten(int exponent) {
  int value = 1;
  for (; exponent > 0; --exponent) value *= 10;
  return value;
}

std::vector<int> matching(std::string const& digits) {
  std::vector<int> values{0};
  for (char const digit : digits) {
    std::vector<int> longer;
    for (int const value : values) {
      int const low = digit == 'X' ? 0 : digit - '0';
      int const high = digit == 'X' ? 9 : digit - '0';
      for (int next = low; next <= high; ++next) longer.push_back(10 * value + next);
    }
    values = std::move(longer);
  }
  return values;
}

std::vector<int> years_of(Date const& date) {
  if (!date.exponent && !date.significant && !date.negative) return matching(date.year.digits);
  std::vector<int> values;
  if (date.exponent || date.significant) {
    int const zeros = date.exponent.value_or(0);
    int const value = std::stoi(date.year.digits) * power_of_ten(std::min(zeros, 4));
    int const digits = static_cast<int>(date.year.digits.size()) + zeros;
    int const unit = power_of_ten(digits - date.significant.value_or(digits));
    for (int year = value / unit * unit; year < (value / unit + 1) * unit; ++year) values.push_back(year);
  } else {
    values = matching(date.year.digits);
  }
  if (date.negative) {
    std::erase(values, 0);
    for (int& year : values) year = -year;
    std::reverse(values.begin(), values.end());
  }
  return values;
}

/// Months counted from January of a year: a season may end in the next.
struct Months {
  int first;
  int count;
};

// ISO 8601-2:2019 4.8: 21-24 seasons, 25-28 northern, 29-32 southern, 33-36 quarters, 37-39 quadrimesters,
// 40-41 semesters; that seasons are whole months is contract section 2.
Months grouping(int code) {
  if (code <= 28) return {2 + 3 * ((code - 21) % 4), 3};
  if (code <= 32) return {std::array{8, 11, 2, 5}[static_cast<std::size_t>(code - 29)], 3};
  if (code <= 36) return {3 * (code - 33), 3};
  if (code <= 39) return {4 * (code - 37), 4};
  return {6 * (code - 40), 6};
}

date::year_month month_of(int year, int month_from_zero) {
  return date::year(year) / date::January + date::months(month_from_zero);
}

Day first_day(date::year_month month) { return Day(month / 1); }
Day last_day(date::year_month month) { return Day(month / date::last); }

bool matches(std::string const& digits, int value) {
  if (digits == "X0" && value == 1) return true;  // 00 counts as the first, as other readers of EDTF have it
  return (digits[0] == 'X' || digits[0] - '0' == value / 10) &&
         (digits[1] == 'X' || digits[1] - '0' == value % 10);
}

void append(std::vector<DayRange>& ranges, Day first, Day last) {
  if (!ranges.empty() && *ranges.back().last + date::days(1) == first) {
    ranges.back().last = last;
  } else {
    ranges.push_back({first, last});
  }
}

/// Of 1 to `most`, where to look for what digits match: of a date without gaps, as nearly all are, at one
/// number.
struct Candidates {
  int first;
  int last;
};

Candidates candidates(std::string const& digits, int most) {
  if (has_gap(digits)) return {1, most};
  int const number = std::max(1, std::stoi(digits));
  return {number, std::min(number, most)};
}

void append_month(std::vector<DayRange>& ranges, date::year_month month, std::string const& day) {
  if (day == "XX") return append(ranges, first_day(month), last_day(month));
  int const length = static_cast<int>(static_cast<unsigned>((month / date::last).day()));
  auto const [first, last] = candidates(day, length);
  for (int number = first; number <= last; ++number) {
    if (!matches(day, number)) continue;
    Day const found = first_day(month) + date::days(number - 1);
    append(ranges, found, found);
  }
}

std::vector<DayRange> ranges_in(Date const& date, int year) {
  std::vector<DayRange> ranges;
  if (!date.month) {
    append(ranges, first_day(month_of(year, 0)), last_day(month_of(year, 11)));
    return ranges;
  }
  if (date.month->digits >= "21" && date.month->digits <= "41") {
    auto const months = grouping(std::stoi(date.month->digits));
    append(ranges, first_day(month_of(year, months.first)),
           last_day(month_of(year, months.first + months.count - 1)));
    return ranges;
  }
  auto const [first, last] = candidates(date.month->digits, 12);
  for (int month = first; month <= last; ++month) {
    if (!matches(date.month->digits, month)) continue;
    append_month(ranges, month_of(year, month - 1), date.day ? date.day->digits : "XX");
  }
  return ranges;
}

std::size_t unspecified(std::string const& digits) {
  return static_cast<std::size_t>(std::count(digits.begin(), digits.end(), 'X'));
}

}  // namespace

std::optional<DayRange> days_of(Date const& date) {
  auto const years = years_of(date);
  DayRange range;
  if (years.size() == 1) {
    auto const in = ranges_in(date, years.front());
    if (in.empty()) return std::nullopt;
    return DayRange{in.front().first, in.back().last};
  }
  for (auto year = years.begin(); year != years.end() && !range.first; ++year) {
    if (auto const in = ranges_in(date, *year); !in.empty()) range.first = in.front().first;
  }
  for (auto year = years.rbegin(); year != years.rend() && !range.last; ++year) {
    if (auto const in = ranges_in(date, *year); !in.empty()) range.last = in.back().last;
  }
  if (!range.first) return std::nullopt;
  return range;
}

std::vector<DayRange> day_ranges_of(Date const& date) {
  auto const years = years_of(date);
  if (years.size() > years_followed_max) return {days_of(date).value()};
  std::vector<DayRange> ranges;
  for (int const year : years) {
    for (auto const& range : ranges_in(date, year)) append(ranges, *range.first, *range.last);
  }
  return ranges;
}

Precision precision_of(Date const& date) {
  auto uncounted = unspecified(date.year.digits);
  if (date.significant) {
    uncounted = date.year.digits.size() + static_cast<std::size_t>(date.exponent.value_or(0)) -
                static_cast<std::size_t>(*date.significant);
  }
  if (uncounted > 0) return uncounted == 1 ? Precision::decade : Precision::century;
  if (!date.month || unspecified(date.month->digits) > 0) return Precision::year;
  if (date.month->digits >= "21" && date.month->digits <= "41") return Precision::season;
  if (!date.day || unspecified(date.day->digits) > 0) return Precision::month;
  if (!date.clock) return Precision::day;
  return date.clock->unit == 1    ? Precision::second
         : date.clock->unit == 60 ? Precision::minute
                                  : Precision::hour;
}

std::optional<std::int64_t> instant_of(Date const& date) {
  if (!date.clock || !date.clock->offset_minutes) return std::nullopt;
  auto const days = days_of(date)->first->time_since_epoch().count();
  return std::int64_t{86400} * days + date.clock->seconds - std::int64_t{60} * *date.clock->offset_minutes;
}

}  // namespace annals::edtf
