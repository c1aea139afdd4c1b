#pragma once

#include <optional>
#include <string>

#include "domain/date_expression.hpp"

namespace annals::render {

/// The first and the last day that a date may touch, both included.
struct DayExtent {
  Day first;
  Day last;
};
/// From the earliest day of its start to the latest of its end; nothing where either is open or unknown.
[[nodiscard]] std::optional<DayExtent> day_extent(DateExpression const& date);

/// A date that programs know, never finer than the edge: "2024-04-17", "2024-04" where it is a whole month,
/// "2024" where it is a whole year; nothing for any other stretch.
[[nodiscard]] std::optional<std::string> iso_of(Edge const& edge);

/// Whether a day is before the year 1, which many formats do not have.
[[nodiscard]] bool is_before_common_era(Day day);

/// Whether its days say less, or more, than the coder's expression.
[[nodiscard]] bool is_vague(DateExpression const& date);

/// The instant of a single date with an offset that nobody doubts.
[[nodiscard]] std::optional<std::int64_t> exact_instant(DateExpression const& date);
/// "2020-11-10T03:00:00Z" of seconds since 1970.
[[nodiscard]] std::string utc_text(std::int64_t instant);

}  // namespace annals::render
