#pragma once

#include <optional>
#include <vector>

#include "db/event_store.hpp"
#include "domain/event.hpp"
#include "domain/evidence.hpp"

namespace annals::service {

/// An event with its claims and what they say of it; under known_by with the values and claims known then.
struct JudgedEvent {
  Event event;  ///< with claim_count and disputed
  std::vector<std::string> not_evidenced;
  std::vector<Evidence> claims;
  bool is_known = true;         ///< false: under known_by no claim of it counts
  int claims_without_date = 0;  ///< left out under known_by for want of a date of their source
};

/// The events of a list, which shows no claims: those of an event that has only one are left out, since
/// nothing conflicts with it. Most events are so.
class FetchedList {
 public:
  FetchedList(db::Transaction& transaction, std::vector<ThingId> const& ids);
  /// Asks nothing of the database.
  [[nodiscard]] std::vector<JudgedEvent> judged() const;

 private:
  db::FetchedEvents events_;
  db::EvidenceByEvent evidence_;
  PlaceTree places_;
};

/// Reads events with all that is needed to judge them.
class EventReader {
 public:
  EventReader(db::Transaction& transaction, std::optional<Day> known_by)
      : transaction_(transaction), known_by_(known_by) {}

  /// Those of `ids` that the caller sees, in that order, at most 1,000.
  [[nodiscard]] std::vector<JudgedEvent> read(std::vector<ThingId> const& ids);
  /// The same for a list: without known_by as a FetchedList has them.
  [[nodiscard]] std::vector<JudgedEvent> read_for_list(std::vector<ThingId> const& ids);
  /// Around what was read last.
  [[nodiscard]] PlaceTree const& places() const { return places_; }

 private:
  void know(JudgedEvent& judged);
  void complete_places(std::vector<JudgedEvent>& events);

  db::Transaction& transaction_;
  std::optional<Day> known_by_;
  PlaceTree places_;
};

}  // namespace annals::service
