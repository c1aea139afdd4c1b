#include <algorithm>
#include <set>

#include "domain/evidence.hpp"

namespace annals {
namespace {

using Counting = std::vector<Evidence const*>;

/// Most credible first, then the finest date, the more reliable source, the latest published, the key.
std::vector<Evidence const*> by_weight(Counting claims) {
  auto const rank = [](Evidence const& e) {
    constexpr std::int64_t endless = INT64_MAX;
    auto const extent = e.claim.date ? extent_days(*e.claim.date).value_or(endless) : endless;
    auto const published = e.published_until ? -e.published_until->time_since_epoch().count() : INT32_MAX;
    return std::tuple(e.claim.credibility.value_or(6), extent,
                      static_cast<int>(e.reliability.value_or(Reliability::f)), published, e.claim.head.key);
  };
  std::sort(claims.begin(), claims.end(),
            [&](Evidence const* a, Evidence const* b) { return rank(*a) < rank(*b); });
  return claims;
}

/// The coder's value where a claim supports it, else that of the weightiest claim, else the coder's again
/// with the field listed. `value_of` gives a claim's value or nothing.
template <class Value, class ValueOf, class Supports>
std::optional<Value> evidenced(std::optional<Value> const& coded, Counting const& claims,
                               ValueOf const& value_of, Supports const& supports, std::string const& field,
                               std::vector<std::string>& not_evidenced) {
  std::optional<Value> best;
  for (auto const* claim : claims) {
    std::optional<Value> const value = value_of(*claim);
    if (!value) continue;
    if (coded && supports(*value, *coded)) return coded;
    if (!best) best = value;
  }
  if (best) return best;
  if (coded) not_evidenced.push_back(field);
  return coded;
}

bool lies_within(Quantity const& inner, Quantity const& outer) {
  auto const [inner_from, inner_to] = range_of(inner);
  auto const [outer_from, outer_to] = range_of(outer);
  return (!outer_from || (inner_from && *inner_from >= *outer_from)) &&
         (!outer_to || (inner_to && *inner_to <= *outer_to));
}

void know_quantities(Event& event, Counting const& claims, std::vector<std::string>& not_evidenced) {
  std::set<std::string> names;
  for (auto const& [name, quantity] : event.quantities) names.insert(name);
  for (auto const* one : claims) {
    if (one->claim.stance == Stance::denies) continue;
    for (auto const& [name, quantity] : one->claim.quantities) names.insert(name);
  }
  auto const of = [](Quantities const& quantities, std::string const& name) {
    auto const found = quantities.find(name);
    return found == quantities.end() ? std::nullopt : std::optional(found->second);
  };
  for (auto const& name : names) {
    auto const value = evidenced<Quantity>(
        of(event.quantities, name), claims,
        [&](Evidence const& e) {
          return e.claim.stance == Stance::denies ? std::nullopt : of(e.claim.quantities, name);
        },
        [](Quantity const& claimed, Quantity const& coded) { return lies_within(claimed, coded); },
        "quantities." + name, not_evidenced);
    if (value) event.quantities[name] = *value;
  }
}

}  // namespace

KnownEvent as_known(Event const& event, std::vector<Evidence> const& known, PlaceTree const& places) {
  KnownEvent result{event, {}};
  auto& missing = result.not_evidenced;
  auto const claims = by_weight(counting(known));
  result.event.date = evidenced<DateExpression>(
      event.date, claims,
      [](Evidence const& e) { return e.claim.stance == Stance::denies ? std::nullopt : e.claim.date; },
      [](DateExpression const& claimed, DateExpression const& coded) {
        return same_value(claimed, coded) || lies_within(claimed, coded);
      },
      "date", missing);
  auto const coded_place = event.place ? std::optional(event.place->link) : std::nullopt;
  auto const place = evidenced<ThingLink>(
      coded_place, claims,
      [](Evidence const& e) { return e.claim.stance == Stance::denies ? std::nullopt : e.claim.place; },
      [&](ThingLink const& claimed, ThingLink const& coded) {
        return places.lies_within(claimed.id, coded.id);
      },
      "place", missing);
  // Of a place that a claim names only the link is known here; the store adds the rest.
  if (place && (!event.place || place->id != event.place->link.id)) {
    result.event.place = EventPlace{*place, {}, {}, {}};
  }
  know_quantities(result.event, claims, missing);
  result.event.status = *evidenced<EventStatus>(
      event.status, claims, [](Evidence const& e) { return std::optional(status_of(e.claim)); },
      [](EventStatus claimed, EventStatus coded) { return claimed == coded; }, "status", missing);
  return result;
}

}  // namespace annals
