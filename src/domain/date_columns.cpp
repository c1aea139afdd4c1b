#include "domain/date_columns.hpp"

namespace annals {
namespace {

std::optional<int> day_number(std::optional<Moment> const& moment) {
  if (!moment) return std::nullopt;
  return static_cast<int>(moment->day.time_since_epoch().count());
}

std::optional<int> first_known(std::initializer_list<std::optional<int>> days) {
  for (auto const& day : days) {
    if (day) return day;
  }
  return std::nullopt;
}

}  // namespace

DateColumns columns_of(std::optional<DateExpression> const& date) {
  DateColumns columns;
  if (!date) return columns;
  auto const& [start, end] = date->bounds();
  columns.edtf = date->edtf();
  columns.start_earliest = day_number(start.earliest);
  columns.start_latest = day_number(start.latest);
  columns.end_earliest = day_number(end.earliest);
  columns.end_latest = day_number(end.latest);
  auto const certain = certain_span(*date, date->bounds());
  columns.certain_start = day_number(certain.start);
  columns.certain_end = day_number(certain.end);
  columns.certain_start_open = certain.start_open;
  columns.certain_end_open = certain.end_open;
  if (date->members().size() > 1) {
    for (auto const& member : date->members()) {
      auto const span = certain_span(*date, member);
      columns.members.insert(columns.members.end(),
                             {day_number(member.start.earliest), day_number(member.end.latest),
                              day_number(span.start), day_number(span.end)});
    }
  }
  columns.sort_day =
      first_known({columns.start_earliest, columns.start_latest, columns.end_earliest, columns.end_latest})
          .value_or(sort_no_bound);
  columns.sort_last = columns.end_latest.value_or(sort_undated);
  columns.sort_instant = date->instant().value_or(columns.sort_instant);
  return columns;
}

}  // namespace annals
