#pragma once

#include <map>
#include <vector>

#include "db/connection.hpp"
#include "service/event_reader.hpp"

namespace annals::service {

/// The events that `hops` steps along relations lead to from `seeds`, in both directions, the seeds among
/// them. Of a day, no step leads through an event that was not known then.
[[nodiscard]] std::vector<ThingId> related_events(db::Transaction& transaction, std::vector<ThingId> seeds,
                                                  int hops, std::optional<Day> known_by);

/// Of `events`, which stand for others that are the same: those others by the first of them in the order
/// given, from which they are removed.
[[nodiscard]] std::map<ThingId, std::vector<ThingId>> fold_same(db::Transaction& transaction,
                                                                std::vector<ThingId>& events);

}  // namespace annals::service
