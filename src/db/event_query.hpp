#pragma once

#include <vector>

#include "db/connection.hpp"
#include "domain/event_filter.hpp"
#include "domain/thing.hpp"

namespace annals::db {

/// The events that pass the filter, in the order of contract section 4 by date. `disputed` is only narrowed
/// here (judge() decides); `known_by` is the caller's.
[[nodiscard]] std::vector<ThingId> matching_events(Transaction& transaction, EventFilter const& filter);

}  // namespace annals::db
