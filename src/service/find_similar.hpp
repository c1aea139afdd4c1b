#pragma once

#include <vector>

#include "db/similar_store.hpp"

namespace annals::service {

/// A proposal that a thing is the same as the one that was asked about.
struct SimilarProposal {
  db::SimilarThing thing;
  SimilarScore score;
};

/// The actors or places of the datasets (none: of all that the caller sees) that may be the same as the
/// thing, by score, dataset and key; at most 500. Throws Error(not_found) for a dataset that is not seen.
[[nodiscard]] std::vector<SimilarProposal> find_similar(db::Transaction& transaction, ThingKind kind,
                                                        ThingId id, std::vector<std::string> const& datasets);

}  // namespace annals::service
