#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "db/connection.hpp"
#include "domain/duplicate_score.hpp"

namespace annals::db {

/// An event's place in the order by its first possible day.
struct DatedEvent {
  int day = 0;
  ThingId id = {};
};

/// The next dated events of the datasets behind `after`, in that order.
[[nodiscard]] std::vector<DatedEvent> next_dated_events(Transaction& transaction,
                                                        std::vector<int> const& datasets,
                                                        DatedEvent const& after, int limit);

/// Which events are worth comparing with others.
struct CandidateQuestion {
  std::vector<int> among;  ///< the datasets of the others
  int days = 0;            ///< at most so many between what may be the day of either
  double km = 0;           ///< to each side, between their places where both have a point: a square
  bool across = false;     ///< only those of another dataset
  bool both_ways = false;  ///< those that began before, too; of many events each pair comes once without
  int each = 0;            ///< at most so many for one event, the closest in time
};
using EventPair = std::pair<ThingId, ThingId>;
/// The events, each with another that may be the same. Not those that a person has decided on.
[[nodiscard]] std::vector<EventPair> candidates(Transaction& transaction, std::vector<ThingId> const& events,
                                                CandidateQuestion const& question);

/// Reads what is compared of events, actors once for all.
class ComparedEvents {
 public:
  explicit ComparedEvents(Transaction& transaction) : transaction_(transaction) {}
  [[nodiscard]] std::map<ThingId, ComparedEvent> read(std::vector<ThingId> const& events);

 private:
  [[nodiscard]] ComparedEvent read(Row const& row);

  Transaction& transaction_;
  std::map<ThingId, std::shared_ptr<ComparedActor const>> actors_;
};

/// Two things of one kind that are not the same, by the word of a person; in either order.
void part_pair(Transaction& transaction, std::string_view kind, ThingId one, ThingId other,
               std::optional<std::string> const& note, std::optional<int> key_id);
/// Takes that back.
void join_pair(Transaction& transaction, std::string_view kind, ThingId one, ThingId other);

}  // namespace annals::db
