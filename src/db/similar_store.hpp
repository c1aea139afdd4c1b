#pragma once

#include <string>
#include <vector>

#include "db/connection.hpp"
#include "domain/similar_score.hpp"

namespace annals::db {

/// A thing whose name is like one of another's.
struct SimilarThing {
  std::string dataset;
  std::string key;
  std::string name;  ///< its own
  SimilarThings two;
};
/// Those of the datasets that are most like the actor or place, by their names; not those that a person has
/// decided on.
[[nodiscard]] std::vector<SimilarThing> similar_things(Transaction& transaction, ThingKind kind, ThingId id,
                                                       std::vector<int> const& among, int limit);

}  // namespace annals::db
