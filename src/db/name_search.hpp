#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "domain/event_filter.hpp"

namespace annals::db {

/// The things that `text` names, in any case, script and spelling on record: keys with commas between (any of
/// them), else one key or name (contract section 4, `actor`). `kind` is "actor", "place", "source" or
/// "publisher" (then: sources).
[[nodiscard]] std::vector<ThingId> resolve(Transaction& transaction, char const* kind,
                                           std::string const& text);

/// The actors that `text` names, with all that are the same, and under `tree` with what was part of them.
[[nodiscard]] std::vector<ActorWindow> resolve_actors(Transaction& transaction, std::string const& text,
                                                      bool tree);
/// The sources whose publisher `text` names, by its own name or as an actor on record.
[[nodiscard]] std::vector<ThingId> resolve_publishers(Transaction& transaction, std::string const& text);
/// With every place within them.
[[nodiscard]] std::vector<ThingId> with_places_within(Transaction& transaction, std::vector<ThingId> places);

}  // namespace annals::db
