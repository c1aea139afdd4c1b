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

ListOrder order_of(ThingKind kind) {
  switch (kind) {
    case ThingKind::actor:
    case ThingKind::place:
    case ThingKind::source:
      return {{{"coalesce(named.rank, 3)", "integer"},
               {"coalesce(named.distance, 1)", "float8"},
               {"d.key", "text"},
               {"thing.key", "text"}}};
    default:
      return {{{"d.key", "text"}, {"thing.key", "text"}}};
  }
}

Statement const& list_of(ThingKind kind) {
  switch (kind) {
    case ThingKind::actor:
      return list_sql::actor;
    case ThingKind::place:
      return list_sql::place;
    case ThingKind::source:
      return list_sql::source;
    case ThingKind::claim:
      return list_sql::claim;
    default:
      return list_sql::timeline;
  }
}

std::string statement_of(ThingKind kind) {
  std::string sql(list_of(kind).text);
  bool const is_named = sql.find("/* named */") != std::string::npos;
  return is_named ? with(std::move(sql), "/* named */", list_sql::named.text) : sql;
}

std::vector<std::string> name_kinds(ThingKind kind) {
  if (kind == ThingKind::actor) return {"actor"};
  if (kind == ThingKind::place) return {"place"};
  return {"source", "publisher"};
}

}  // namespace

ThingList::ThingList(Transaction& transaction, ThingKind kind, ThingFilter filter)
    : transaction_(transaction), kind_(kind), filter_(std::move(filter)) {
  if (!filter_.countries.empty() && kind == ThingKind::place)
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
                {"name_kinds", name_kinds(kind_)},
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
  auto const sql = ordered(statement_of(kind_), order_of(kind_), after, given);
  std::vector<ListItem> items;
  for (auto const row : transaction_.run(sql, given)) {
    items.push_back({{row.small("dataset_id"), row.integer("id")}, row.text_array("sort_key")});
  }
  return items;
}

std::int64_t ThingList::count() {
  auto given = params();
  given.push_back({"limit", std::nullopt});
  auto const all = ordered(statement_of(kind_), order_of(kind_), nullptr, given);
  return transaction_.run(with(std::string(list_sql::count.text), "/* list */", all), given)[0].integer(
      "total");
}

std::optional<ThingId> find_thing(Transaction& transaction, ThingKind kind, std::string const& dataset,
                                  std::string const& key) {
  auto const rows =
      transaction.run(sql::thing_find, {{"kind", word(kind)}, {"dataset", dataset}, {"key", key}});
  if (rows.empty()) return std::nullopt;
  return ThingId{rows[0].small("dataset_id"), rows[0].integer("id")};
}

}  // namespace annals::db
