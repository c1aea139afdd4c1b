#include "db/search_store.hpp"

#include "base/text.hpp"
#include "db/fields.hpp"
#include "db/search_terms.hpp"
#include "sql_lists.hpp"
#include "sql_search.hpp"

namespace annals::db {
namespace {

/// The words that are asked for as one name.
std::string name_of(std::vector<SearchTerm> const& terms) {
  std::string name;
  for (auto const& term : terms) {
    if (term.excluded) continue;
    (name += name.empty() ? "" : " ") += term.text.substr(1, term.text.size() - 2);  // without its quotes
  }
  return name;
}

std::string field_of(Row const& row) {
  auto const kind = row.text("name_kind");
  if (kind == "publisher") return "publisher";
  bool const is_first = row.integer("position") == 0;
  if (kind == "source") return is_first ? "title" : "title_translated";
  return is_first ? "name" : "alias";
}

NameSearch::Found read_found(Row const& row) {
  return {{read_word<ThingKind>(row, "kind"),
           std::string(row.text("dataset")),
           std::string(row.text("key")),
           std::string(row.text("title")),
           row.optional_text("word"),
           read_date(row, "date"),
           {field_of(row)},
           row.optional_text("name")},
          static_cast<NameSearch::Match>(row.small("rank")),
          row.text_array("sort_key")};
}

ListOrder const& best_first() {
  static ListOrder const order{{{"named.rank", "integer"},
                                {"named.distance", "float8"},
                                {"found.collection", "integer"},
                                {"d.key", "text"},
                                {"found.key", "text"}},
                               false};
  return order;
}

std::string statement_of(SortKey const* after, Params& params) {
  return ordered(with(std::string(search_sql::named.text), "/* named */", list_sql::named.text), best_first(),
                 after, params);
}

}  // namespace

NameSearch::NameSearch(Transaction& transaction, std::string const& words,
                       std::vector<std::string> const& datasets)
    : transaction_(transaction) {
  auto const terms = search_terms(words);
  auto const name = name_of(terms);
  auto const excluded = any_of(terms, true);
  asks_nothing_ = name.empty();
  params_ = {{"folded", name},
             {"like", escape_like(name)},
             {"name_kinds", std::vector<std::string>{"actor", "place", "source", "publisher"}},
             {"excluded", excluded.empty() ? std::nullopt : std::optional(excluded)},
             {"datasets", datasets.empty() ? std::nullopt : std::optional(to_sql(datasets))}};
}

std::vector<NameSearch::Found> NameSearch::page(SortKey const* after, int limit) {
  if (asks_nothing_) return {};
  auto params = params_;
  params.push_back({"limit", limit});
  auto const sql = statement_of(after, params);
  return read_all(transaction_.run(sql, params), read_found);
}

std::int64_t NameSearch::count() {
  if (asks_nothing_) return 0;
  auto params = params_;
  params.push_back({"limit", std::nullopt});
  auto const all = statement_of(nullptr, params);
  return transaction_.run(with(std::string(list_sql::count.text), "/* list */", all), params)[0].integer(
      "total");
}

std::map<ThingId, std::vector<std::string>> matched_fields(Transaction& transaction,
                                                           std::vector<Event> const& events,
                                                           std::string const& words) {
  std::vector<ThingId> ids;
  std::vector<std::string> titles, descriptions;
  for (auto const& event : events) {
    ids.push_back(event.head.id);
    titles.push_back(fold(event.title));
    descriptions.push_back(fold(event.description.value_or("")));
  }
  auto params = id_params(ids);
  params.push_back({"titles", titles});
  params.push_back({"descriptions", descriptions});
  params.push_back({"any_term", any_of(search_terms(words), false)});
  std::map<ThingId, std::vector<std::string>> fields;
  for (auto const row : transaction.run(search_sql::fields, params))
    fields.emplace(ThingId{row.small("dataset_id"), row.integer("id")}, row.text_array("fields"));
  return fields;
}

}  // namespace annals::db
