#include "db/event_query.hpp"

#include "db/event_branches.hpp"
#include "db/fields.hpp"
#include "db/search_terms.hpp"
#include "sql_filters.hpp"
#include "sql_queries.hpp"

namespace annals::db {
namespace {

/// Contract section 4: undated last in either direction.
ListOrder order_of(EventFilter const& filter) {
  ListOrder by_date{{{"found.sort_day", "integer"},
                     {"found.sort_last", "integer"},
                     {"found.sort_instant", "bigint"},
                     {"found.dataset_key", "text"},
                     {"found.key", "text"}},
                    false};
  ListOrder by_update{{{"found.since", "timestamptz"}, {"found.dataset_key", "text"}, {"found.key", "text"}},
                      false};
  switch (filter.sort) {
    case EventSort::date:
      return by_date;
    case EventSort::date_descending:
      if (filter.undated) by_date.columns.insert(by_date.columns.begin(), {"found.dated", "boolean"});
      by_date.descending = true;
      return by_date;
    case EventSort::updated:
      return by_update;
    case EventSort::updated_descending:
      by_update.descending = true;
      return by_update;
    case EventSort::relevance:
      return {{{"found.relevance", "float8"}, {"found.dataset_key", "text"}, {"found.key", "text"}}, true};
  }
  return by_date;
}

}  // namespace

std::vector<ListItem> matching_events(Transaction& transaction, EventQuery const& query, SortKey const* after,
                                      int limit) {
  EventConditions conditions(query);
  auto const order = order_of(query.filter);
  auto const branches = event_branches(query, conditions, order, after);
  auto& params = conditions.params();
  params.push_back({"limit", limit});
  auto sql = with(std::string(filter_sql::select.text), "/* branches */", branches);
  sql = ordered(with(std::move(sql), "/* words */", conditions.words()), order, after, params);
  std::vector<ListItem> items;
  for (auto const row : transaction.run(sql, params)) {
    items.push_back({{row.small("dataset_id"), row.integer("id")}, row.text_array("sort_key")});
  }
  return items;
}

std::int64_t count_matching_events(Transaction& transaction, EventQuery const& query) {
  return run_filtered(transaction, query, std::string(filter_sql::count.text), {})[0].integer("total");
}

Rows run_filtered(Transaction& transaction, EventQuery const& query, std::string const& sql, Params params) {
  EventConditions conditions(query);
  auto const& given = conditions.params();
  params.insert(params.end(), given.begin(), given.end());
  return transaction.run(
      with(with(sql, "/* filters */", conditions.all()), "/* words */", conditions.words()), params);
}

std::set<ThingId> with_words(Transaction& transaction, std::string const& words,
                             std::vector<std::pair<ThingId, std::optional<ThingId>>> const& events,
                             Day known_by) {
  std::set<ThingId> left;
  std::vector<ThingId> ids;
  std::vector<std::optional<std::int64_t>> places;
  for (auto const& [id, place] : events) {
    left.insert(id);
    ids.push_back(id);
    places.push_back(place ? std::optional(place->id) : std::nullopt);
  }
  auto params = id_params(ids);
  params.push_back({"place_ids", places});
  params.push_back({"known_day", static_cast<int>(known_by.time_since_epoch().count())});
  for (auto const& term : search_terms(words)) {
    params.push_back({"term", term.text});
    std::set<ThingId> found;
    for (auto const row : transaction.run(sql::event_term_matches, params)) {
      found.insert({row.small("dataset_id"), row.integer("id")});
    }
    params.pop_back();
    std::erase_if(left, [&](ThingId const& id) { return found.contains(id) == term.excluded; });
  }
  return left;
}

}  // namespace annals::db
