#include "db/thing_list.hpp"

#include "base/text.hpp"
#include "db/event_store.hpp"
#include "db/fields.hpp"
#include "db/filter_names.hpp"
#include "db/name_search.hpp"
#include "db/search_terms.hpp"
#include "sql_lists.hpp"
#include "sql_queries.hpp"

namespace annals::db {
namespace {

std::set<ThingId> events_of(Transaction& transaction, std::vector<Reference> const& references,
                            std::vector<std::string> const& datasets) {
  std::vector<Reference> full;
  for (auto const& reference : references) {
    if (!reference.dataset.empty()) {
      full.push_back(reference);
      continue;
    }
    for (auto const& dataset : datasets) full.push_back({dataset, reference.key});
  }
  std::set<ThingId> ids;
  for (auto const& found : find_events(transaction, full)) ids.insert(found.id);
  return ids;
}

std::vector<std::string> visible_datasets(Transaction& transaction) {
  std::vector<std::string> keys;
  for (auto const row : transaction.run(sql::dataset_list, {{"keys", std::nullopt}})) {
    keys.emplace_back(row.text("key"));
  }
  return keys;
}

/// Every word must be there; each is written as a phrase, so that it is no operator.
std::optional<std::string> text_query(std::optional<std::string> const& words) {
  if (!words) return std::nullopt;
  std::string query;
  for (auto const& term : search_terms(*words)) query += (term.excluded ? " -" : " ") + term.text;
  return query;
}

std::optional<std::string> list_or_null(std::vector<std::string> const& values) {
  return values.empty() ? std::nullopt : std::optional(to_sql(values));
}

void add_ids(Params& params, std::string_view datasets, std::string_view name,
             std::optional<std::set<ThingId>> const& ids) {
  if (!ids) {
    params.push_back({datasets, std::nullopt});
    params.push_back({name, std::nullopt});
    return;
  }
  auto const lists = id_params({ids->begin(), ids->end()});
  params.push_back({datasets, *lists[0].value});
  params.push_back({name, *lists[1].value});
}

ListOrder order_of(Collection collection) {
  switch (collection) {
    case Collection::actors:
    case Collection::places:
    case Collection::sources:
      return {{{"coalesce(named.rank, 3)", "integer"},
               {"coalesce(named.distance, 1)", "float8"},
               {"d.key", "text"},
               {"thing.key", "text"}}};
    case Collection::claims:
      return {{{"d.key", "text"}, {"thing.key", "text"}}};
  }
  return {};
}

Statement const& list_of(Collection collection) {
  switch (collection) {
    case Collection::actors:
      return list_sql::actor;
    case Collection::places:
      return list_sql::place;
    case Collection::sources:
      return list_sql::source;
    case Collection::claims:
      return list_sql::claim;
  }
  return list_sql::claim;
}

std::string statement_of(Collection collection) {
  std::string sql(list_of(collection).text);
  return collection == Collection::claims ? sql : with(std::move(sql), "/* named */", list_sql::named.text);
}

std::vector<std::string> name_kinds(Collection collection) {
  if (collection == Collection::actors) return {"actor"};
  if (collection == Collection::places) return {"place"};
  return {"source", "publisher"};
}

}  // namespace

ThingList::ThingList(Transaction& transaction, Collection collection, ThingFilter filter)
    : transaction_(transaction), collection_(collection), filter_(std::move(filter)) {
  if (!filter_.countries.empty() && collection == Collection::places)
    countries_ = places_of_countries(transaction, filter_.countries);
  if (!filter_.events.empty()) {
    events_ = events_of(transaction, filter_.events,
                        filter_.datasets.empty() ? visible_datasets(transaction) : filter_.datasets);
  }
  EventFilter names;
  names.source = filter_.source;
  names.claimant = filter_.claimant;
  auto found = look_up_names(transaction, names);
  sources_ = std::move(found.sources);
  claimants_ = std::move(found.claimants);
}

Params ThingList::params() const {
  auto const folded = filter_.words ? std::optional(fold(*filter_.words)) : std::nullopt;
  auto const& circle = filter_.circle;
  std::vector<std::string> stances;
  for (auto const stance : filter_.stances) stances.emplace_back(word(stance));
  Params params{{"folded", folded},
                {"like", folded ? std::optional(escape_like(*folded)) : std::nullopt},
                {"name_kinds", name_kinds(collection_)},
                {"words", text_query(filter_.words)},
                {"datasets", list_or_null(filter_.datasets)},
                {"kinds", list_or_null(filter_.kinds)},
                {"countries", list_or_null(filter_.countries)},
                {"stances", list_or_null(stances)},
                {"longitude", circle ? std::optional(circle->centre.longitude) : std::nullopt},
                {"latitude", circle ? std::optional(circle->centre.latitude) : std::nullopt},
                {"radius_km", circle ? std::optional(circle->radius_km) : std::nullopt}};
  add_ids(params, "country_dataset_ids", "country_ids", countries_);
  add_ids(params, "event_dataset_ids", "event_ids", events_);
  add_ids(params, "source_dataset_ids", "source_ids", sources_);
  add_ids(params, "claimant_dataset_ids", "claimant_ids", claimants_);
  return params;
}

std::vector<ListItem> ThingList::page(SortKey const* after, int limit) {
  auto given = params();
  given.push_back({"limit", limit});
  auto const sql = ordered(statement_of(collection_), order_of(collection_), after, given);
  std::vector<ListItem> items;
  for (auto const row : transaction_.run(sql, given)) {
    items.push_back({{row.small("dataset_id"), row.integer("id")}, row.text_array("sort_key")});
  }
  return items;
}

std::int64_t ThingList::count() {
  auto given = params();
  given.push_back({"limit", std::nullopt});
  auto const all = ordered(statement_of(collection_), order_of(collection_), nullptr, given);
  return transaction_.run(with(std::string(list_sql::count.text), "/* list */", all), given)[0].integer(
      "total");
}

std::optional<ThingId> find_thing(Transaction& transaction, std::string const& collection,
                                  std::string const& dataset, std::string const& key) {
  auto const rows =
      transaction.run(sql::thing_find, {{"collection", collection}, {"dataset", dataset}, {"key", key}});
  if (rows.empty()) return std::nullopt;
  return ThingId{rows[0].small("dataset_id"), rows[0].integer("id")};
}

}  // namespace annals::db
