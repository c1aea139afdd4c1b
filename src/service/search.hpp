#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/event_query.hpp"
#include "db/search_store.hpp"
#include "domain/search_hit.hpp"

namespace annals::service {

/// One box over events, actors, places and sources. First who bears the whole name; then in turn who bears it
/// as a part, and the events that have all words, the most relevant first; last, whose name is alike.
class Search {
 public:
  /// Of no datasets: of all that the caller sees. Throws Error(not_found) for one that is not seen.
  Search(db::Transaction& transaction, std::string words, std::vector<std::string> const& datasets);

  struct Page {
    std::vector<SearchHit> hits;
    std::optional<db::SortKey> next;  ///< what the next page comes behind
  };
  [[nodiscard]] Page page(db::SortKey const* after, int limit);
  [[nodiscard]] std::int64_t count();

 private:
  void describe_events(std::vector<SearchHit>& hits, std::vector<ThingId> const& ids,
                       std::vector<std::size_t> const& places);

  db::Transaction& transaction_;
  std::string words_;
  db::EventQuery events_;
  db::NameSearch names_;
};

}  // namespace annals::service
