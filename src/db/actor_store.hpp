#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "domain/actor.hpp"

namespace annals::db {

/// The actors of `ids` that the caller sees, in that order, at most 1,000.
[[nodiscard]] std::vector<Actor> read_actors(Transaction& transaction, std::vector<ThingId> const& ids);

/// The relations that start from an actor, by key, at most 1,000; with `key` that one or none.
[[nodiscard]] std::vector<ActorRelation> read_actor_relations(Transaction& transaction, ThingId actor,
                                                              std::optional<std::string> const& key = {});

}  // namespace annals::db
