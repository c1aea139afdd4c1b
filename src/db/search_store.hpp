#pragma once

#include <map>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "db/list_order.hpp"
#include "domain/event.hpp"
#include "domain/search_hit.hpp"

namespace annals::db {

/// Actors, places and sources by their names. Words that `words` excludes must be in none of their names.
class NameSearch {
 public:
  /// Of no datasets: of all.
  NameSearch(Transaction& transaction, std::string const& words, std::vector<std::string> const& datasets);

  enum class Match { whole, part, alike };
  struct Found {
    SearchHit hit;
    Match match;
    SortKey sort_key;
  };
  static constexpr std::size_t sort_columns = 5;
  /// At most `limit` from behind `after` on, the best match first.
  [[nodiscard]] std::vector<Found> page(SortKey const* after, int limit);
  [[nodiscard]] std::int64_t count();

 private:
  Transaction& transaction_;
  Params params_;
  bool asks_nothing_;  ///< there is no word that is not excluded
};

/// The fields of events in which one of the words is found, of those that have such fields.
[[nodiscard]] std::map<ThingId, std::vector<std::string>> matched_fields(Transaction& transaction,
                                                                         std::vector<Event> const& events,
                                                                         std::string const& words);

}  // namespace annals::db
