#pragma once

#include <map>
#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "domain/timeline.hpp"

namespace annals::service {

/// A timeline before it is told: which events, in which order.
struct TimelinePlan {
  TimelineHead head;
  std::vector<ThingId> events;                     ///< one for each entry
  std::map<ThingId, std::vector<ThingId>> merged;  ///< what is folded into an entry
  std::map<ThingId, std::string> notes;            ///< a curator's, on entries
  std::vector<std::string> sections;               ///< headings, in the order of the entries
  std::map<ThingId, std::size_t> section_of;       ///< which entry stands under which; none: before all
  std::optional<Day> known_by;
  int claims_without_date = 0;  ///< left out by known_by
};

/// Tells the timeline to `renderer` as it reads it, a hundred events at a time: memory holds ids, not things.
void build_timeline(db::Transaction& transaction, TimelinePlan const& plan, TimelineRenderer& renderer);

}  // namespace annals::service
