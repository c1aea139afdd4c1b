#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/date_expression.hpp"

namespace annals {

/// Days as a range; a side is absent where one of the two days that it needs is open or unknown.
struct DayCount {
  std::optional<std::int64_t> min;
  std::optional<std::int64_t> max;

  bool operator==(DayCount const&) const = default;
};

/// An event that starts, ends or was planned to end another: how it is named, and when it is.
struct SpanEdge {
  std::string name;  ///< its key, or dataset/key
  std::optional<DateExpression> date;
};

/// An event that lasts, measured by the events at its ends (contract section 5).
struct Span {
  std::optional<std::string> start;
  std::optional<std::string> end;
  std::optional<std::string> planned_end;
  DayCount days;
  std::optional<DayCount> planned_days;
  std::optional<DayCount> difference_days;  ///< actual end less planned end
  std::optional<Day> first;                 ///< the earliest start, where it is known
  std::optional<Day> last;                  ///< the latest end, where it is known
  std::optional<Day> last_from;             ///< the earliest end, where it is known
  std::optional<DateExpression> end_date;   ///< of what ends it
};
[[nodiscard]] Span measure(std::optional<DateExpression> const& own, std::vector<SpanEdge> const& starts,
                           std::vector<SpanEdge> const& ends, std::vector<SpanEdge> const& planned_ends);

}  // namespace annals
