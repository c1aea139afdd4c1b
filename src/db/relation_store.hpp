#pragma once

#include <map>
#include <vector>

#include "db/connection.hpp"
#include "domain/event.hpp"

namespace annals::db {

/// A relation between two events that the caller sees.
struct SeenRelation {
  EventRelation relation;
  ThingId other;
};
/// By the event they start from.
[[nodiscard]] std::map<ThingId, std::vector<SeenRelation>> read_relations(Transaction& transaction,
                                                                          std::vector<ThingId> const& events);
/// Those that lead to them, with `other` where each starts, by the event they lead to: of each at most
/// `of_each`.
[[nodiscard]] std::map<ThingId, std::vector<SeenRelation>> read_incoming_relations(
    Transaction& transaction, std::vector<ThingId> const& events, int of_each);

/// One step from the events along relations of these kinds (none: of any), in both directions.
[[nodiscard]] std::multimap<ThingId, ThingId> read_neighbours(Transaction& transaction,
                                                              std::vector<ThingId> const& events,
                                                              std::vector<EventRelationKind> const& kinds);

/// What starts, ends and was planned to end an event.
struct SpanEvents {
  std::vector<ThingId> starts;
  std::vector<ThingId> ends;
  std::vector<ThingId> planned_ends;
};
[[nodiscard]] std::map<ThingId, SpanEvents> read_span_events(Transaction& transaction,
                                                             std::vector<ThingId> const& events);

}  // namespace annals::db
