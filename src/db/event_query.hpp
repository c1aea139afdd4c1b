#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "db/list_order.hpp"
#include "domain/event_filter.hpp"
#include "domain/thing.hpp"

namespace annals::db {

/// What to ask of the events. Under `known_by` only datasets, types, tags and `among` are asked for here: the
/// rest is of values that the database does not hold (domain/event_passes). `disputed` is only narrowed.
struct EventQuery {
  EventFilter filter;
  FilterNames names;
  std::optional<std::vector<ThingId>> among;  ///< only these
};

/// At most `limit` events in the order of `filter.sort`, from behind `after` on (contract section 4).
[[nodiscard]] std::vector<ListItem> matching_events(Transaction& transaction, EventQuery const& query,
                                                    SortKey const* after, int limit);
[[nodiscard]] std::int64_t count_matching_events(Transaction& transaction, EventQuery const& query);

/// Runs a statement over every dataset `d` that is asked and its `@event e`, with the query's conditions at
/// `/* filters */` and what they need before them at `/* words */` (sql/filters/count).
[[nodiscard]] Rows run_filtered(Transaction& transaction, EventQuery const& query, std::string const& sql,
                                Params params);

/// Of events with their places (as known at a day), those whose text, names or claims known by that day have
/// every word of `words`.
[[nodiscard]] std::set<ThingId> with_words(
    Transaction& transaction, std::string const& words,
    std::vector<std::pair<ThingId, std::optional<ThingId>>> const& events, Day known_by);

}  // namespace annals::db
