#pragma once

#include <map>

#include "domain/thing.hpp"

namespace annals {

/// What lies within what, for the places of one assembly. Free of cycles, as the writers keep it.
class PlaceTree {
 public:
  void add(ThingId place, ThingId within) { within_[place] = within; }
  void add(PlaceTree const& other) { within_.insert(other.within_.begin(), other.within_.end()); }
  /// Whether `inner` is `outer` or lies within it, by any number of steps.
  [[nodiscard]] bool lies_within(ThingId inner, ThingId outer) const {
    // More steps than places would be a cycle that no writer let in; it ends here all the same.
    for (std::size_t step = 0; step <= within_.size(); ++step) {
      if (inner == outer) return true;
      auto const found = within_.find(inner);
      if (found == within_.end()) return false;
      inner = found->second;
    }
    return false;
  }

 private:
  std::map<ThingId, ThingId> within_;
};

}  // namespace annals
