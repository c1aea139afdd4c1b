#include "domain/evidence.hpp"

#include <algorithm>
#include <set>

namespace annals {
namespace {

bool is_retracted(Evidence const& one, std::vector<Evidence> const& all) {
  return std::any_of(all.begin(), all.end(), [&](Evidence const& other) {
    return other.claim.stance == Stance::retracts && other.claim.answers &&
           other.claim.answers->key == one.claim.head.key && !is_retracted(other, all);
  });
}

}  // namespace

void sort_evidence(std::vector<Evidence>& evidence) {
  std::sort(evidence.begin(), evidence.end(), [](Evidence const& a, Evidence const& b) {
    auto const rank = [](Evidence const& e) {
      return std::tuple(!e.published_from, e.published_from.value_or(Day{}), e.claim.head.key);
    };
    return rank(a) < rank(b);
  });
}

std::vector<Evidence const*> counting(std::vector<Evidence> const& evidence) {
  std::vector<Evidence const*> kept;
  for (auto const& one : evidence) {
    auto const stance = one.claim.stance;
    if (stance == Stance::no_information || stance == Stance::retracts) continue;
    if (!is_retracted(one, evidence)) kept.push_back(&one);
  }
  return kept;
}

EventStatus status_of(Claim const& claim) {
  if (claim.status) return *claim.status;
  switch (claim.stance) {
    case Stance::plans:
    case Stance::predicts:
      return EventStatus::planned;
    case Stance::denies:
      return EventStatus::refuted;
    case Stance::doubts:
      return EventStatus::unconfirmed;
    default:
      return EventStatus::occurred;
  }
}

bool conflict(EventStatus a, EventStatus b) {
  using enum EventStatus;
  if (a == b) return false;
  if (a == refuted || b == refuted) return a != unconfirmed && b != unconfirmed;
  auto const took_place = [](EventStatus s) { return s == occurred || s == ongoing; };
  return (a == cancelled && took_place(b)) || (b == cancelled && took_place(a));
}

Witnesses witnesses(std::vector<Evidence> const& evidence) {
  std::set<ThingId> sources, denials;
  for (auto const* one : counting(evidence)) {
    switch (one->claim.stance) {
      case Stance::asserts:
      case Stance::confirms:
      case Stance::plans:
      case Stance::predicts:
        sources.insert(one->original);
        break;
      case Stance::denies:
        denials.insert(one->original);
        break;
      default:
        break;
    }
  }
  return {static_cast<int>(sources.size()), static_cast<int>(denials.size())};
}

int keep_known(std::vector<Evidence>& evidence, Day day) {
  int unknown = 0;
  std::erase_if(evidence, [&](Evidence const& one) {
    if (!one.public_by) ++unknown;
    return !one.public_by || *one.public_by > day;
  });
  return unknown;
}

}  // namespace annals
