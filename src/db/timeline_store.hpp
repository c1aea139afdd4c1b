#pragma once

#include <vector>

#include "db/connection.hpp"
#include "domain/saved_timeline.hpp"

namespace annals::db {

/// The saved timelines of `ids` that the caller sees, in that order, at most 1,000.
[[nodiscard]] std::vector<SavedTimeline> read_timelines(Transaction& transaction,
                                                        std::vector<ThingId> const& ids);

}  // namespace annals::db
