#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/deadline.hpp"
#include "db/duplicate_store.hpp"
#include "db/list_order.hpp"

namespace annals::service {

/// What is asked for: pairs of the datasets' events (none: of all that the caller sees), or those of one
/// event.
struct DuplicateQuestion {
  std::vector<std::string> datasets = {};
  std::optional<ThingId> of = {};
  int days = 1;          ///< at most so many between the days of either
  double km = 5;         ///< at most so far between their places
  int permille_min = 0;  ///< only those of that score or more
};

/// A proposal that two events are one.
struct DuplicateProposal {
  ThingId a;  ///< the one with the smaller id; of one event the one that was asked about
  ThingId b;
  DuplicateScore score;
};

/// Pairs of events that may be the same: of several datasets those across them, of one those within. Events
/// are gone through in the order of their days, in stretches of some 20,000 pairs to be scored; the pairs of
/// a stretch come best first. So a page costs the same however large the datasets are, and its memory is its
/// own.
class DuplicateSearch {
 public:
  /// Throws Error(not_found) for a dataset that the caller does not see.
  DuplicateSearch(db::Transaction& transaction, DuplicateQuestion question);

  struct Page {
    std::vector<DuplicateProposal> proposals;
    std::optional<db::SortKey> next;
  };
  /// May have fewer than `limit` though more follow: a page ends with its stretch. Throws
  /// Error(query_timeout).
  [[nodiscard]] Page page(db::SortKey const* after, int limit);
  [[nodiscard]] std::int64_t count();

 private:
  using Take = std::function<void(DuplicateProposal)>;
  /// Scores a stretch; where the next one begins, if there is one.
  std::optional<db::DatedEvent> go_through(db::DatedEvent const& from, Take const& take);
  void score(std::vector<db::EventPair> const& pairs, Take const& take);

  Deadline deadline_;
  db::Transaction& transaction_;
  DuplicateQuestion question_;
  std::vector<int> datasets_;
  db::CandidateQuestion candidates_;
  db::ComparedEvents compared_;
};

}  // namespace annals::service
