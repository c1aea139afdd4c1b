#include "render/plan_json.hpp"

#include "wire/thing_json.hpp"

namespace annals::render {
namespace {

void write_plan(wire::JsonWriter& json, Plan const& plan, EventStatus status) {
  wire::write_member(json, "date", plan.date);
  json.key("said_on").begin_array();
  for (auto const& saying : plan.said) {
    json.begin_object().member("claim", saying.claim).member("n", saying.footnote);
    wire::write_member(json, "said", saying.said);
    wire::write_member(json, "published", saying.published);
    json.end_object();
  }
  json.end_array().member("status", word(status));
  write_days(json, "difference_days", plan.difference_days);
}

}  // namespace

void write_days(wire::JsonWriter& json, std::string_view name, std::optional<DayCount> const& days) {
  json.key(name);
  if (!days) {
    json.null();
    return;
  }
  json.begin_object().member("min", days->min).member("max", days->max).end_object();
}

void write_plans(wire::JsonWriter& json, std::vector<Plan> const& plans, EventStatus status) {
  json.key("plans").begin_array();
  for (auto const& plan : plans) {
    json.begin_object();
    write_plan(json, plan, status);
    json.end_object();
  }
  json.end_array();
}

void write_plans(wire::JsonWriter& json, std::vector<PlannedEnd> const& ends) {
  json.key("plans").begin_array();
  for (auto const& end : ends) {
    json.begin_object().member("event", end.event);
    write_plan(json, end.plan, end.status);
    json.end_object();
  }
  json.end_array();
}

}  // namespace annals::render
