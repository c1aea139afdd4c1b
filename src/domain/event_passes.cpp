#include "domain/event_passes.hpp"

#include <algorithm>

namespace annals {
namespace {

template <class Value>
bool among(std::vector<Value> const& wanted, Value const& value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool among(std::optional<std::set<ThingId>> const& wanted, std::optional<ThingId> id) {
  return !wanted || (id && wanted->contains(*id));
}

bool passes_date(Event const& event, EventFilter const& filter) {
  if (!event.date) return filter.undated;
  if (!filter.window) return true;
  return filter.when == When::possible ? possibly_overlaps(*event.date, *filter.window)
                                       : certainly_overlaps(*event.date, *filter.window);
}

bool holds(ActorWindow const& actor, Event const& event) {
  auto const day = [](Moment const& moment) {
    return static_cast<int>(moment.day.time_since_epoch().count());
  };
  auto const bounds = event.date ? event.date->bounds() : Bounds{};
  bool const begun = !actor.first_day || !bounds.end.latest || *actor.first_day <= day(*bounds.end.latest);
  bool const lasts =
      !actor.last_day || !bounds.start.earliest || *actor.last_day >= day(*bounds.start.earliest);
  return begun && lasts;
}

bool takes_part(std::vector<ActorWindow> const& actors, Event const& event, EventFilter const& filter) {
  return std::any_of(event.participants.begin(), event.participants.end(), [&](Participant const& part) {
    return among(filter.roles, part.role) &&
           std::any_of(actors.begin(), actors.end(), [&](ActorWindow const& actor) {
             return actor.id == part.actor.id && holds(actor, event);
           });
  });
}

bool passes_actors(Event const& event, EventFilter const& filter, FilterNames const& names) {
  if (names.actors.empty() && !filter.roles.empty()) {
    return std::any_of(event.participants.begin(), event.participants.end(),
                       [&](Participant const& part) { return among(filter.roles, part.role); });
  }
  return std::all_of(names.actors.begin(), names.actors.end(),
                     [&](auto const& actors) { return takes_part(actors, event, filter); });
}

bool lies_in(Box const& box, Point point) {
  if (point.latitude < box.south || point.latitude > box.north) return false;
  bool const east_of_west = point.longitude >= box.west, west_of_east = point.longitude <= box.east;
  return box.west <= box.east ? east_of_west && west_of_east : east_of_west || west_of_east;
}

bool passes_place(Event const& event, EventFilter const& filter, FilterNames const& names) {
  auto const id = event.place ? std::optional(event.place->link.id) : std::nullopt;
  if (!among(names.places, id) || !among(names.countries, id)) return false;
  if (!filter.box && !filter.circle) return true;
  if (!event.place || !event.place->point) return false;
  auto const point = *event.place->point;
  return (!filter.box || lies_in(*filter.box, point)) &&
         (!filter.circle || distance_km(filter.circle->centre, point) <= filter.circle->radius_km);
}

/// A missing side of a range is no limit: it possibly reaches any bound, and certainly none.
bool passes_quantities(Event const& event, EventFilter const& filter) {
  bool const possible = filter.when == When::possible;
  auto const range = [&](std::string const& name) -> std::optional<NumberRange> {
    auto const found = event.quantities.find(name);
    return found == event.quantities.end() ? std::nullopt : std::optional(range_of(found->second));
  };
  for (auto const& [name, bound] : filter.at_least) {
    auto const numbers = range(name);
    if (!numbers) return false;
    auto const reached = possible ? numbers->to : numbers->from;
    if (reached ? *reached < bound : !possible) return false;
  }
  for (auto const& [name, bound] : filter.at_most) {
    auto const numbers = range(name);
    if (!numbers) return false;
    auto const reached = possible ? numbers->from : numbers->to;
    if (reached ? *reached > bound : !possible) return false;
  }
  return true;
}

bool passes_claims(std::vector<Evidence> const& claims, EventFilter const& filter, FilterNames const& names) {
  if (!names.sources && !names.publishers && !names.claimants && filter.stances.empty()) return true;
  return std::any_of(claims.begin(), claims.end(), [&](Evidence const& one) {
    auto const& claim = one.claim;
    auto const claimant = claim.claimant ? std::optional(claim.claimant->id) : std::nullopt;
    return among(names.sources, claim.source.id) && among(names.publishers, claim.source.id) &&
           among(names.claimants, claimant) && among(filter.stances, claim.stance);
  });
}

}  // namespace

bool passes(Event const& event, std::vector<Evidence> const& claims, EventFilter const& filter,
            FilterNames const& names) {
  return passes_date(event, filter) && among(filter.statuses, event.status) &&
         passes_actors(event, filter, names) && passes_place(event, filter, names) &&
         passes_quantities(event, filter) && passes_claims(claims, filter, names);
}

}  // namespace annals
