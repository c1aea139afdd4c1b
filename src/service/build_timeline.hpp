#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "domain/timeline.hpp"

namespace annals::service {

struct TimelineRequest {
  TimelineHead head;
  std::vector<ThingId> events;  ///< in the order of contract section 4; under known_by in any
  std::optional<Day> known_by;
  bool disputed_only = false;  ///< only events whose claims conflict, as they count here
};

/// Assembles the timeline and tells it to `renderer` as it goes, a hundred events at a time: memory holds
/// ids, not things.
void build_timeline(db::Transaction& transaction, TimelineRequest const& request, TimelineRenderer& renderer);

}  // namespace annals::service
