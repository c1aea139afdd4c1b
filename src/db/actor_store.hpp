#pragma once

#include <vector>

#include "db/connection.hpp"
#include "domain/actor.hpp"

namespace annals::db {

/// The actors of `ids` that the caller sees, in that order, at most 1,000.
[[nodiscard]] std::vector<Actor> read_actors(Transaction& transaction, std::vector<ThingId> const& ids);

/// The relations of `ids` that the caller sees, in that order, at most 1,000.
[[nodiscard]] std::vector<ActorRelation> read_actor_relations(Transaction& transaction,
                                                              std::vector<ThingId> const& ids);
/// The relations that start from an actor, by key, at most 1,000.
[[nodiscard]] std::vector<ThingId> relations_of_actor(Transaction& transaction, ThingId actor);

}  // namespace annals::db
