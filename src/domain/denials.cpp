#include "domain/denials.hpp"

#include <algorithm>

namespace annals {
namespace {

Evidence const* answered_by(Claim const& claim, std::vector<Evidence> const& evidence) {
  if (!claim.answers) return nullptr;
  auto const found = std::find_if(evidence.begin(), evidence.end(), [&](Evidence const& other) {
    return other.claim.head.id == claim.answers->id;
  });
  return found == evidence.end() ? nullptr : &*found;
}

std::vector<std::string> fields_of(Claim const& claim) {
  std::vector<std::string> fields;
  if (claim.date) fields.emplace_back("date");
  if (claim.place) fields.emplace_back("place");
  for (auto const& [name, quantity] : claim.quantities) fields.push_back("quantities." + name);
  return fields;
}

}  // namespace

std::vector<Denial> denials_of(std::vector<Evidence> const& evidence) {
  std::vector<Denial> denials;
  for (auto const* one : counting(evidence)) {
    if (one->claim.stance != Stance::denies) continue;
    auto const* answered = answered_by(one->claim, evidence);
    denials.push_back({one, answered, answered ? std::vector<std::string>{} : fields_of(one->claim)});
  }
  return denials;
}

}  // namespace annals
