#pragma once

#include "domain/plan.hpp"
#include "wire/json_writer.hpp"

namespace annals::render {

/// "min" and "max" of a range of days.
void write_days(wire::JsonWriter& json, std::string_view name, std::optional<DayCount> const& days);

/// "plans": the dates for which an entry was planned.
void write_plans(wire::JsonWriter& json, std::vector<Plan> const& plans, EventStatus status);
/// "plans" of a span: its planned ends, each with the event that was to bring it.
void write_plans(wire::JsonWriter& json, std::vector<PlannedEnd> const& ends);

}  // namespace annals::render
