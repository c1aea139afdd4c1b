#include <algorithm>
#include <set>

#include "domain/evidence.hpp"

namespace annals {
namespace {

using Counting = std::vector<Evidence const*>;

bool same(DateExpression const& a, DateExpression const& b) { return same_value(a, b); }
bool same(ThingLink const& a, ThingLink const& b) { return a.id == b.id; }
bool same(EventStatus a, EventStatus b) { return a == b; }
bool same(Quantity const& a, Quantity const& b) { return range_of(a) == range_of(b); }

/// The values of one field that are compared with each other.
template <class Value>
class Values {
 public:
  void add(std::string const& claim, Value const& value) {
    for (auto& held : values_) {
      if (same(held.value, value)) {
        held.claims.push_back(claim);
        return;
      }
    }
    values_.push_back({value, {claim}});
  }

  /// Appends the values to `out` if two of them conflict.
  template <class Conflict>
  void append_if(Conflict const& conflicts, std::vector<DisputedValue>& out) const {
    for (auto const& a : values_) {
      for (auto const& b : values_) {
        if (&a >= &b || !conflicts(a.value, b.value)) continue;
        for (auto const& held : values_) out.push_back({held.value, held.claims});
        return;
      }
    }
  }

 private:
  struct Held {
    Value value;
    std::vector<std::string> claims;
  };
  std::vector<Held> values_;
};

std::vector<DisputedValue> disputed_dates(Counting const& claims) {
  Values<DateExpression> happened, planned;
  for (auto const* one : claims) {
    auto const& claim = one->claim;
    if (!claim.date) continue;
    if (claim.stance == Stance::asserts || claim.stance == Stance::confirms)
      happened.add(claim.head.key, *claim.date);
    if (claim.stance == Stance::plans || claim.stance == Stance::predicts)
      planned.add(claim.head.key, *claim.date);
  }
  auto const conflicts = [](DateExpression const& a, DateExpression const& b) { return conflict(a, b); };
  std::vector<DisputedValue> values;
  happened.append_if(conflicts, values);
  planned.append_if(conflicts, values);
  return values;
}

std::vector<DisputedValue> disputed_places(Counting const& claims, PlaceTree const& places) {
  Values<ThingLink> given;
  for (auto const* one : claims) {
    if (one->claim.place && one->claim.stance != Stance::denies)
      given.add(one->claim.head.key, *one->claim.place);
  }
  std::vector<DisputedValue> values;
  given.append_if(
      [&](ThingLink const& a, ThingLink const& b) {
        return !places.lies_within(a.id, b.id) && !places.lies_within(b.id, a.id);
      },
      values);
  return values;
}

std::vector<DisputedValue> disputed_statuses(Counting const& claims) {
  Values<EventStatus> given;
  for (auto const* one : claims) given.add(one->claim.head.key, status_of(one->claim));
  std::vector<DisputedValue> values;
  given.append_if([](EventStatus a, EventStatus b) { return conflict(a, b); }, values);
  return values;
}

std::vector<DisputedValue> disputed_numbers(Counting const& claims, std::string const& name) {
  Values<Quantity> given;
  for (auto const* one : claims) {
    auto const found = one->claim.quantities.find(name);
    if (found != one->claim.quantities.end() && one->claim.stance != Stance::denies)
      given.add(one->claim.head.key, found->second);
  }
  std::vector<DisputedValue> values;
  given.append_if([](Quantity const& a, Quantity const& b) { return conflict(a, b); }, values);
  return values;
}

}  // namespace

std::vector<Dispute> disputes(std::vector<Evidence> const& evidence, PlaceTree const& places) {
  auto const claims = counting(evidence);
  std::vector<Dispute> found;
  auto const add = [&](std::string const& field, std::vector<DisputedValue> values) {
    if (!values.empty()) found.push_back({field, std::move(values)});
  };
  add("date", disputed_dates(claims));
  add("place", disputed_places(claims, places));
  std::set<std::string> names;
  for (auto const* one : claims) {
    for (auto const& [name, quantity] : one->claim.quantities) names.insert(name);
  }
  for (auto const& name : names) add("quantities." + name, disputed_numbers(claims, name));
  add("status", disputed_statuses(claims));
  return found;
}

}  // namespace annals
