#include "render/date_forms.hpp"

#include <cstdio>

namespace annals::render {
namespace {

constexpr std::int64_t day_seconds = 86400;

bool is_one_day(Edge const& edge) {
  return edge.earliest && edge.latest && edge.earliest->day == edge.latest->day;
}

}  // namespace

std::optional<DayExtent> day_extent(DateExpression const& date) {
  auto const& bounds = date.bounds();
  if (!bounds.start.earliest || !bounds.end.latest) return std::nullopt;
  return DayExtent{bounds.start.earliest->day, bounds.end.latest->day};
}

std::optional<std::string> iso_of(Edge const& edge) {
  if (!edge.earliest || !edge.latest) return std::nullopt;
  auto text = iso_day(edge.earliest->day);
  if (is_one_day(edge)) return text;
  date::year_month_day const first(edge.earliest->day), behind(edge.latest->day + date::days(1));
  date::day const one(1);
  if (first.day() != one || behind.day() != one) return std::nullopt;
  if (behind == first + date::months(1)) return text.substr(0, text.size() - 3);
  if (first.month() == date::January && behind == first + date::years(1))
    return text.substr(0, text.size() - 6);
  return std::nullopt;
}

bool is_before_common_era(Day day) { return date::year_month_day(day).year() < date::year(1); }

bool is_vague(DateExpression const& date) {
  auto const& bounds = date.bounds();
  return date.kind() == DateKind::set || date.approximate() || date.uncertain() ||
         !is_one_day(bounds.start) || !is_one_day(bounds.end);
}

std::optional<std::int64_t> exact_instant(DateExpression const& date) {
  if (date.kind() != DateKind::single || date.approximate() || date.uncertain()) return std::nullopt;
  return date.instant();
}

std::string utc_text(std::int64_t instant) {
  auto const seconds = ((instant % day_seconds) + day_seconds) % day_seconds;
  Day const day{date::days(static_cast<int>((instant - seconds) / day_seconds))};
  char clock[16];
  std::snprintf(clock, sizeof clock, "T%02d:%02d:%02dZ", static_cast<int>(seconds / 3600),
                static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
  return iso_day(day) + clock;
}

}  // namespace annals::render
