#include <algorithm>

#include "domain/date_expression.hpp"

namespace annals {
namespace {

bool possibly(Bounds const& part, Window const& window) {
  bool const begins_in_time =
      !window.last || !part.start.earliest || part.start.earliest->day <= *window.last;
  bool const ends_late_enough = !window.first || !part.end.latest || part.end.latest->day >= *window.first;
  return begins_in_time && ends_late_enough;
}

/// A window without an end asks nothing of that side.
bool certainly(CertainSpan const& span, Window const& window) {
  bool const begins_in_time =
      !window.last || span.start_open || (span.start && span.start->day <= *window.last);
  bool const ends_late_enough =
      !window.first || span.end_open || (span.end && span.end->day >= *window.first);
  return begins_in_time && ends_late_enough;
}

bool is_unknown(Edge const& edge) { return !edge.earliest && !edge.latest && !edge.open; }

}  // namespace

CertainSpan certain_span(DateExpression const& date, Bounds const& part) {
  CertainSpan span{part.start.latest, part.end.earliest, false, false};
  if (date.kind() != DateKind::interval) return span;
  span.start_open = part.start.open;
  span.end_open = part.end.open;
  if (is_unknown(part.start)) span.start = part.end.latest;
  if (is_unknown(part.end)) span.end = part.start.earliest;
  return span;
}

bool certainly_before(Moment const& latest, Moment const& earliest) {
  auto const &a = latest.clock, &b = earliest.clock;
  if (!a || !b || a->offset_minutes.has_value() != b->offset_minutes.has_value())
    return latest.day < earliest.day;
  auto const seconds = [](Moment const& moment) {
    constexpr std::int64_t day_seconds = 86400, minute_seconds = 60;
    return moment.day.time_since_epoch().count() * day_seconds + moment.clock->seconds -
           moment.clock->offset_minutes.value_or(0) * minute_seconds;
  };
  return seconds(latest) + a->unit - 1 < seconds(earliest);
}

bool possibly_overlaps(DateExpression const& date, Window const& window) {
  auto const& members = date.members();
  return std::any_of(members.begin(), members.end(),
                     [&](auto const& part) { return possibly(part, window); });
}

bool certainly_overlaps(DateExpression const& date, Window const& window) {
  auto const& members = date.members();
  return std::any_of(members.begin(), members.end(),
                     [&](auto const& part) { return certainly(certain_span(date, part), window); });
}

}  // namespace annals
