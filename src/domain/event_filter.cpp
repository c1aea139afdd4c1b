#include "domain/event_filter.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>

#include "base/text.hpp"
#include "domain/country.hpp"
#include "domain/parameter_values.hpp"
#include "domain/quantity.hpp"

namespace annals {
namespace {

using namespace parameter;

Box box(std::string const& text) {
  auto const sides = split(text);
  if (sides.size() != 4) throw Wrong{"must be west,south,east,north"};
  auto const low = point(sides[0], sides[1]);
  auto const high = point(sides[2], sides[3]);
  if (low.latitude > high.latitude) throw Wrong{"has its south north of its north"};
  return {low.longitude, low.latitude, high.longitude, high.latitude};
}

Day first_day(std::string const& text) {
  auto const start = date(text).bounds().start.earliest;
  if (!start) throw Wrong{"has no first day"};
  return start->day;
}

/// What only two parameters together give.
struct Parts {
  std::optional<Day> from, to;
  std::optional<DateExpression> date;
  std::optional<Point> centre;
  std::optional<double> radius_km;
};

using Take = std::function<void(EventFilter&, Parts&, std::string const&)>;

std::map<std::string_view, Take> const& readers() {
  using F = EventFilter;
  using S = std::string const;
  static std::map<std::string_view, Take> const all{
      {"dataset", [](F& f, Parts&, S& v) { f.datasets = dataset_keys(v); }},
      {"from", [](F&, Parts& p, S& v) { p.from = first_day(v); }},
      {"to", [](F&, Parts& p, S& v) { p.to = last_day(v); }},
      {"date", [](F&, Parts& p, S& v) { p.date = date(v); }},
      {"when",
       [](F& f, Parts&, S& v) {
         f.when = one_of<When>(v, {{"possible", When::possible}, {"certain", When::certain}});
       }},
      {"type", [](F& f, Parts&, S& v) { f.types = split(v, is_event_type, "event types"); }},
      {"status", [](F& f, Parts&, S& v) { f.statuses = split_words<EventStatus>(v); }},
      {"tag", [](F& f, Parts&, S& v) { f.tags = split(plain_text(v)); }},
      {"actor", [](F& f, Parts&, S& v) { f.actors.push_back(plain_text(v)); }},
      {"role", [](F& f, Parts&, S& v) { f.roles = split(v, is_open_word, "roles"); }},
      {"actor_tree", [](F& f, Parts&, S& v) { f.actor_tree = truth(v); }},
      {"place", [](F& f, Parts&, S& v) { f.place = plain_text(v); }},
      {"country", [](F& f, Parts&, S& v) { f.countries = country_codes(v); }},
      {"bbox", [](F& f, Parts&, S& v) { f.box = box(v); }},
      {"near", [](F&, Parts& p, S& v) { p.centre = point(v); }},
      {"radius_km", [](F&, Parts& p, S& v) { p.radius_km = radius_km(v); }},
      {"q", [](F& f, Parts&, S& v) { f.words = query_words(v); }},
      {"source", [](F& f, Parts&, S& v) { f.source = plain_text(v); }},
      {"publisher", [](F& f, Parts&, S& v) { f.publisher = plain_text(v); }},
      {"claimant", [](F& f, Parts&, S& v) { f.claimant = plain_text(v); }},
      {"stance", [](F& f, Parts&, S& v) { f.stances = split_words<Stance>(v); }},
      {"disputed", [](F& f, Parts&, S& v) { f.disputed = truth(v); }},
      {"known_by",
       [](F& f, Parts&, S& v) {
         static_cast<void>(last_day(v));
         f.known_by = date(v);
       }},
      {"undated",
       [](F& f, Parts&, S& v) {
         f.undated = one_of<bool>(v, {{"include", true}, {"exclude", false}});
       }},
      {"sort",
       [](F& f, Parts&, S& v) {
         f.sort = one_of<EventSort>(v, {{"date", EventSort::date},
                                        {"-date", EventSort::date_descending},
                                        {"updated", EventSort::updated},
                                        {"-updated", EventSort::updated_descending},
                                        {"relevance", EventSort::relevance}});
       }},
  };
  return all;
}

class FilterReader {
 public:
  /// Whether the parameter is one of ours.
  bool take(std::string const& name, std::string const& value) {
    auto const found = readers().find(name);
    bool const bound = name.starts_with("min_") || name.starts_with("max_");
    if (found == readers().end() && !bound) return false;
    faults_.guarded(name, [&] {
      if (name != "actor") faults_.see(name);
      bound ? take_bound(name, value) : found->second(filter_, parts_, value);
    });
    return true;
  }

  EventFilter finish() {
    faults_.guarded("date", [&] {
      if (parts_.date && (parts_.from || parts_.to)) throw Wrong{"goes not with from and to"};
    });
    faults_.guarded("to", [&] {
      if (parts_.from && parts_.to && *parts_.to < *parts_.from) throw Wrong{"lies before from"};
    });
    faults_.guarded("radius_km", [&] {
      if (parts_.centre.has_value() != parts_.radius_km.has_value()) throw Wrong{"goes together with near"};
    });
    faults_.guarded("sort", [&] {
      if (filter_.sort == EventSort::relevance && !filter_.words) throw Wrong{"relevance needs q"};
    });
    faults_.refuse();
    if (parts_.from || parts_.to) filter_.window = Window{parts_.from, parts_.to};
    if (parts_.date) {
      auto const& [start, end] = parts_.date->bounds();
      filter_.window = Window{};
      if (start.earliest) filter_.window->first = start.earliest->day;
      if (end.latest) filter_.window->last = end.latest->day;
    }
    if (parts_.centre) filter_.circle = Circle{*parts_.centre, *parts_.radius_km};
    return std::move(filter_);
  }

 private:
  void take_bound(std::string const& name, std::string const& value) {
    auto const quantity = name.substr(4);
    if (!is_open_word(quantity)) throw Wrong{"names no quantity"};
    (name.starts_with("min_") ? filter_.at_least : filter_.at_most)[quantity] =
        integer(value, 0, quantity_max);
  }

  EventFilter filter_;
  Parts parts_;
  Faults faults_;
};

}  // namespace

EventFilter take_event_filter(Parameters& parameters) {
  FilterReader reader;
  std::erase_if(parameters, [&](auto const& given) { return reader.take(given.first, given.second); });
  return reader.finish();
}

std::vector<std::string> event_filter_parameters() {
  std::vector<std::string> names;
  for (auto const& [name, take] : readers()) names.emplace_back(name);
  return names;
}

}  // namespace annals
