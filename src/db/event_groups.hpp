#pragma once

#include <map>
#include <string>
#include <vector>

#include "db/event_query.hpp"
#include "domain/event_grouping.hpp"

namespace annals::db {

/// The groups of the events that pass, by their keys in order (periods in time, things by dataset and key),
/// those that lack one last; at most `limit`. `known_by` and `disputed` are not judged here.
[[nodiscard]] std::vector<EventGroup> group_events(Transaction& transaction, EventQuery const& query,
                                                   Grouping const& grouping, int limit);

/// How many events that the caller sees have exactly this type; of no datasets: of all. At most `limit`
/// types.
[[nodiscard]] std::map<std::string, std::int64_t> count_types(Transaction& transaction,
                                                              std::vector<std::string> const& datasets,
                                                              int limit);

}  // namespace annals::db
