#pragma once

#include <functional>
#include <optional>
#include <tuple>
#include <vector>

#include "base/deadline.hpp"
#include "db/event_query.hpp"
#include "service/event_reader.hpp"

namespace annals::service {

/// The events of a list or timeline, in its order. What the database can decide it decides; `disputed` and
/// the values known at a day are decided here, a hundred events at a time.
class EventSelection {
 public:
  EventSelection(db::Transaction& transaction, db::EventQuery query);

  struct Page {
    std::vector<JudgedEvent> events;
    std::optional<db::SortKey> next;  ///< what the next page comes behind
  };
  /// At most `limit` (1 to 1,000) events from behind `after` on.
  [[nodiscard]] Page page(db::SortKey const* after, int limit);
  /// A page of which the events may be read in another thread, while this one asks for the next.
  struct FetchedPage {
    std::function<std::vector<JudgedEvent>()> events;
    std::optional<db::SortKey> next;
  };
  [[nodiscard]] FetchedPage fetch(db::SortKey const* after, int limit);
  [[nodiscard]] std::vector<ThingId> all();
  [[nodiscard]] std::int64_t count();
  /// Claims of what all() looked at that known_by left out for want of a date.
  [[nodiscard]] int claims_without_date() const { return claims_without_date_; }

 private:
  struct Ranked {
    std::tuple<bool, int, int, std::int64_t, std::string, std::string> rank;
    ThingId id;
  };
  [[nodiscard]] bool is_judged() const { return query_.filter.known_by || query_.filter.disputed; }
  [[nodiscard]] bool is_ranked() const;
  [[nodiscard]] std::vector<JudgedEvent> chosen(std::vector<db::ListItem> const& items);
  void rank_all();
  [[nodiscard]] bool before(Ranked const& a, Ranked const& b) const;
  [[nodiscard]] Page ranked_page(db::SortKey const* after, int limit);

  db::Transaction& transaction_;
  db::EventQuery query_;
  EventReader reader_;
  Deadline deadline_;  // of a page: a list that is told whole has many
  std::optional<std::vector<Ranked>> ranked_;
  int claims_without_date_ = 0;
};

/// The day by whose end `known_by` counts.
[[nodiscard]] std::optional<Day> known_day(EventFilter const& filter);

}  // namespace annals::service
