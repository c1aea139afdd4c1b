#pragma once

#include <string>
#include <vector>

#include "domain/evidence.hpp"

namespace annals {

/// A denial that stands, and what it denies: a claim of the same event, else fields of the event, else the
/// event as a whole.
struct Denial {
  Evidence const* claim;
  Evidence const* answered = nullptr;
  std::vector<std::string> fields;  ///< "date", "place", "quantities.<name>"
};
/// In the order of the claims. Points into `evidence`.
[[nodiscard]] std::vector<Denial> denials_of(std::vector<Evidence> const& evidence);

}  // namespace annals
