#pragma once

#include <map>
#include <vector>

#include "db/connection.hpp"
#include "domain/event.hpp"
#include "domain/evidence.hpp"

namespace annals::db {

/// The events of `ids` that the caller sees, in that order, at most 1,000. `claim_count` and `disputed` are
/// not filled: judge() does.
[[nodiscard]] std::vector<Event> read_events(Transaction& transaction, std::vector<ThingId> const& ids);

/// The events of these names that the caller sees, in any order.
[[nodiscard]] std::vector<ThingLink> find_events(Transaction& transaction,
                                                 std::vector<Reference> const& references);

/// The claims of events, by event, in the order of an entry.
using EvidenceByEvent = std::map<ThingId, std::vector<Evidence>>;
[[nodiscard]] EvidenceByEvent read_evidence(Transaction& transaction, std::vector<ThingId> const& events);

/// How many claims of each event the caller sees; one without any is missing.
[[nodiscard]] std::map<ThingId, int> count_claims(Transaction& transaction,
                                                  std::vector<ThingId> const& events);

/// All that the places lie within which claims assert, and those of their events: where no claim names a
/// place, none is compared.
[[nodiscard]] PlaceTree read_places_around(Transaction& transaction, std::vector<Event> const& events,
                                           EvidenceByEvent const& evidence);

/// Fills `claim_count` and `disputed` from an event's claims.
void judge(Event& event, std::vector<Evidence> const& evidence, PlaceTree const& places);

}  // namespace annals::db
