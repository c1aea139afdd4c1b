#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/date_expression.hpp"

namespace annals::edtf {

/// One component of a date with what is said of its certainty. `digits` may hold `X` (unspecified).
struct Component {
  std::string digits;
  char before = 0;  ///< `?`, `~`, `%` in front: of this component alone (level 2)
  char after = 0;   ///< behind: of this component and all to its left

  bool operator==(Component const&) const = default;
};

/// A date of any precision. Exactly one of these is true of the year: four digits; `Y` and an integer with
/// `exponent`; `Y` and more than four digits.
struct Date {
  bool negative = false;
  bool prefixed = false;           ///< written with `Y`
  Component year;                  ///< without sign and prefix
  std::optional<int> exponent;     ///< Y17E2 is 1700
  std::optional<int> significant;  ///< 1950S2: two significant digits
  std::optional<Component> month;  ///< 01 to 12, or a grouping 21 to 41 (seasons, quarters, halves)
  std::optional<Component> day;
  std::optional<ClockTime> clock;

  bool operator==(Date const&) const = default;
};

/// A member of a list, or a side of an interval: one date, or a range from..to of which one end may be
/// missing.
struct Element {
  std::optional<Date> from;
  std::optional<Date> to;  ///< unset unless `range`
  bool range = false;
  bool open = false;  ///< of an interval: `..`; neither date nor open: unknown

  bool operator==(Element const&) const = default;
};

/// ISO 8601-2:2019 annex A: a date, `[one of these]`, `a/b` (two elements) or `{all of these}`.
struct Expression {
  DateKind kind = DateKind::single;
  bool one_of = false;
  std::vector<Element> elements;

  bool operator==(Expression const&) const = default;
};

/// The tree of `text`; its dates exist in the calendar or match a day in it. Throws DateError.
[[nodiscard]] Expression parse(std::string_view text);

/// Days from first to last, both included; no bound is no limit.
struct DayRange {
  std::optional<Day> first;
  std::optional<Day> last;
};

/// The first and the last day that `date` allows; nothing where no day does (`2017-02-30`).
[[nodiscard]] std::optional<DayRange> days_of(Date const& date);
/// The same without what unspecified digits leave out, in order, disjoint: `2010-XX-10` gives twelve days.
[[nodiscard]] std::vector<DayRange> day_ranges_of(Date const& date);
[[nodiscard]] Precision precision_of(Date const& date);
/// The marks of a date (`?`, `~`, `%`; 0 for none). One behind the last component stands for the whole date;
/// any other is said of its part.
struct Marks {
  char whole = 0;
  std::array<char, 3> of_part = {};  ///< year, month, day
};
[[nodiscard]] Marks marks_of(Date const& date);
/// Whether a component has unspecified digits.
[[nodiscard]] bool has_gap(std::string const& digits);
/// "07:00 (UTC+04:00)", "12:13:14": the same in every language.
[[nodiscard]] std::string clock_text(ClockTime const& clock);
/// Seconds since 1970-01-01T00:00:00Z of a date with a time and an offset.
[[nodiscard]] std::optional<std::int64_t> instant_of(Date const& date);

}  // namespace annals::edtf
