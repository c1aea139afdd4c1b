#include "domain/event_grouping.hpp"

namespace annals {
namespace {

constexpr std::string_view dimensions[] = {"year",   "month",   "week",  "day",   "type",
                                           "status", "country", "place", "actor", "dataset"};
constexpr std::size_t dimensions_max = 2;

/// "-0044" of "-0044-03-15".
std::string year_text(Day day) {
  auto const text = iso_day(day);
  return text.substr(0, text.size() - 6);
}

/// ISO 8601: a week belongs to the year of its Thursday.
std::string week_text(Day monday) {
  auto const thursday = monday + date::days{3};
  auto const year = date::year_month_day(thursday).year();
  auto const week = std::to_string((thursday - Day(year / date::January / 1)).count() / 7 + 1);
  return year_text(thursday) + (week.size() < 2 ? "-W0" : "-W") + week;
}

std::vector<GroupBy> dimensions_of(std::string const& text) {
  auto by = parameter::split_words<GroupBy>(text);
  if (by.size() > dimensions_max) throw parameter::Wrong{"must be one or two"};
  if (by.size() == dimensions_max && by[0] == by[1]) throw parameter::Wrong{"names the same twice"};
  return by;
}

std::string quantity_of(std::string const& text) {
  if (!is_open_word(text)) throw parameter::Wrong{"names no quantity"};
  return text;
}

}  // namespace

template <>
std::span<std::string_view const> words<GroupBy>() {
  return dimensions;
}

bool is_period(GroupBy by) {
  return by == GroupBy::year || by == GroupBy::month || by == GroupBy::week || by == GroupBy::day;
}

bool is_thing(GroupBy by) { return by == GroupBy::place || by == GroupBy::actor; }

std::string period_text(GroupBy period, Day first) {
  if (period == GroupBy::year) return year_text(first);
  if (period == GroupBy::week) return week_text(first);
  auto const day = iso_day(first);
  return period == GroupBy::month ? day.substr(0, day.size() - 3) : day;
}

Grouping take_grouping(Parameters& parameters) {
  auto by = parameter::take(parameters, "by", dimensions_of);
  auto quantity = parameter::take(parameters, "sum", quantity_of);
  if (!by) parameter::refuse("by", must_be_one_of(words<GroupBy>()) + ", or two of them");
  return {std::move(*by), std::move(quantity)};
}

std::vector<std::string> grouping_parameters() { return {"by", "sum"}; }

}  // namespace annals
