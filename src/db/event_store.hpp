#pragma once

#include <map>
#include <vector>

#include "db/connection.hpp"
#include "db/rows.hpp"
#include "domain/event.hpp"
#include "domain/evidence.hpp"

namespace annals::db {

/// The place of each event that has one.
using PlaceByEvent = std::map<ThingId, ThingId>;
[[nodiscard]] PlaceByEvent places_of(std::vector<Event> const& events);

/// Events as the database gave them. Reading them takes as long as asking for them, and can go on elsewhere.
class FetchedEvents {
 public:
  /// The events of `ids` that the caller sees, in that order, at most 1,001.
  FetchedEvents(Transaction& transaction, std::vector<ThingId> const& ids);

  /// `disputed` is not filled: judge() does.
  [[nodiscard]] std::vector<Event> all() const;
  /// Those that several claims tell of: only there can claims conflict.
  [[nodiscard]] std::vector<ThingId> of_several_claims() const;
  [[nodiscard]] PlaceByEvent places() const;

 private:
  Rows rows_;
};

[[nodiscard]] std::vector<Event> read_events(Transaction& transaction, std::vector<ThingId> const& ids);

/// The events of these names that the caller sees, in any order.
[[nodiscard]] std::vector<ThingLink> find_events(Transaction& transaction,
                                                 std::vector<Reference> const& references);

/// The claims of events, by event, in the order of an entry.
using EvidenceByEvent = std::map<ThingId, std::vector<Evidence>>;
[[nodiscard]] EvidenceByEvent read_evidence(Transaction& transaction, std::vector<ThingId> const& events);

/// All that the places lie within which claims assert, and those of their events: where no claim names a
/// place, none is compared.
[[nodiscard]] PlaceTree read_places_around(Transaction& transaction, PlaceByEvent const& places,
                                           EvidenceByEvent const& evidence);

/// Fills `disputed` from an event's claims.
void judge(Event& event, std::vector<Evidence> const& evidence, PlaceTree const& places);

}  // namespace annals::db
