#include "domain/span.hpp"

#include <algorithm>

namespace annals {
namespace {

using Number = std::optional<std::int64_t>;

Number number(std::optional<Moment> const& moment) {
  return moment ? Number(moment->day.time_since_epoch().count()) : std::nullopt;
}

struct Days {
  Number earliest;
  Number latest;
  bool open = false;
};
Days days_of(Edge const& edge) { return {number(edge.earliest), number(edge.latest), edge.open}; }

struct Chosen {
  std::optional<std::string> name;
  Days days;
  std::optional<DateExpression> date;
};

/// The earliest start; an open one lies before all, an unknown one behind.
Chosen first_start(std::vector<SpanEdge> const& edges) {
  Chosen best;
  auto const rank = [](Days const& d) {
    return std::pair(!d.open && !d.earliest, d.earliest.value_or(INT64_MIN));
  };
  for (auto const& edge : edges) {
    auto const days = edge.date ? days_of(edge.date->bounds().start) : Days{};
    if (!best.name || rank(days) < rank(best.days)) best = {edge.name, days, edge.date};
  }
  return best;
}

/// The latest end; an open one lies behind all, an unknown one before.
Chosen last_end(std::vector<SpanEdge> const& edges) {
  Chosen best;
  auto const rank = [](Days const& d) {
    return std::pair(d.open || d.latest, d.latest.value_or(d.open ? INT64_MAX : INT64_MIN));
  };
  for (auto const& edge : edges) {
    auto const days = edge.date ? days_of(edge.date->bounds().end) : Days{};
    if (!best.name || rank(days) > rank(best.days)) best = {edge.name, days, edge.date};
  }
  return best;
}

Number less(Number a, Number b) { return a && b ? Number(*a - *b) : std::nullopt; }

std::optional<Day> day(Number number) {
  return number ? std::optional(Day(date::days(static_cast<int>(*number)))) : std::nullopt;
}

DayCount length(Days const& start, Days const& end) {
  auto const plus_one = [](Number n) { return n ? Number(std::max<std::int64_t>(*n + 1, 1)) : n; };
  return {plus_one(less(end.earliest, start.latest)), plus_one(less(end.latest, start.earliest))};
}

}  // namespace

Span measure(std::optional<DateExpression> const& own, std::vector<SpanEdge> const& starts,
             std::vector<SpanEdge> const& ends, std::vector<SpanEdge> const& planned_ends) {
  auto start = first_start(starts);
  auto end = last_end(ends);
  auto const planned = last_end(planned_ends);
  if (!start.name && own) start.days = days_of(own->bounds().start);
  if (!end.name && own) end.days = days_of(own->bounds().end);
  Span span{start.name,
            end.name,
            planned.name,
            length(start.days, end.days),
            {},
            {},
            day(start.days.earliest),
            day(end.days.latest),
            day(end.days.earliest),
            end.date};
  if (planned.name) {
    span.planned_days = length(start.days, planned.days);
    span.difference_days =
        DayCount{less(end.days.earliest, planned.days.latest), less(end.days.latest, planned.days.earliest)};
  }
  return span;
}

}  // namespace annals
