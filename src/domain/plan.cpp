#include "domain/plan.hpp"

#include <algorithm>

namespace annals {
namespace {

std::optional<Day> day_of(std::optional<Moment> const& moment) {
  return moment ? std::optional(moment->day) : std::nullopt;
}

std::optional<std::int64_t> days_less(std::optional<Day> a, std::optional<Day> b) {
  return a && b ? std::optional<std::int64_t>((*a - *b).count()) : std::nullopt;
}

std::optional<DayCount> less_planned(std::optional<Day> earliest, std::optional<Day> latest,
                                     Edge const& planned) {
  DayCount const days{days_less(earliest, day_of(planned.latest)),
                      days_less(latest, day_of(planned.earliest))};
  return days.min || days.max ? std::optional(days) : std::nullopt;
}

bool took_place(EventStatus status) {
  return status == EventStatus::occurred || status == EventStatus::ongoing;
}

}  // namespace

std::vector<Plan> plans_of(std::vector<Evidence> const& evidence) {
  std::vector<Plan> plans;
  for (auto const* one : counting(evidence)) {
    auto const& claim = one->claim;
    bool const is_plan = claim.stance == Stance::plans || claim.stance == Stance::predicts;
    if (!is_plan || !claim.date) continue;
    auto at = std::find_if(plans.begin(), plans.end(),
                           [&](Plan const& plan) { return same_value(plan.date, *claim.date); });
    if (at == plans.end()) at = plans.insert(at, {*claim.date, {}, {}});
    at->said.push_back({claim.head.key, claim.source.id, one->original, 0, claim.said, one->published});
  }
  return plans;
}

std::vector<Plan> plans_of(Event const& event, std::vector<Evidence> const& evidence) {
  auto plans = plans_of(evidence);
  if (!event.date || !took_place(event.status)) return plans;
  auto const& came = event.date->bounds().start;
  for (auto& plan : plans)
    plan.difference_days = less_planned(day_of(came.earliest), day_of(came.latest), plan.date.bounds().start);
  return plans;
}

std::vector<PlannedEnd> planned_ends(std::string const& name, Event const& planned,
                                     std::vector<Evidence> const& evidence, Span const& span) {
  auto plans = plans_of(evidence);
  if (plans.empty() && planned.date) plans.push_back({*planned.date, {}, {}});
  std::vector<PlannedEnd> ends;
  for (auto& plan : plans) {
    plan.difference_days = less_planned(span.last_from, span.last, plan.date.bounds().end);
    ends.push_back({name, planned.status, std::move(plan)});
  }
  return ends;
}

}  // namespace annals
