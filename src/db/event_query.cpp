#include "db/event_query.hpp"

#include <list>

#include "db/fields.hpp"
#include "db/search_terms.hpp"
#include "sql_filters.hpp"
#include "sql_queries.hpp"

namespace annals::db {
namespace {

/// A text with `$prefix` in its parameters' names made `$prefix<number>`: for a condition that stands there
/// several times.
std::string numbered(std::string_view text, std::string const& name, std::size_t number) {
  std::string out(text);
  auto const from = "$" + name;
  auto const to = from + std::to_string(number);
  for (auto at = out.find(from); at != std::string::npos; at = out.find(from, at + to.size())) {
    out.replace(at, from.size(), to);
  }
  return out;
}

class Composition {
 public:
  explicit Composition(EventQuery const& query) : filter_(query.filter), names_(query.names) {
    about_dataset_and_type();
    about_relevance();
    if (query.among) {
      set_ids("among", *query.among);
      require(filter_sql::among);
    }
    if (filter_.known_by) return;
    about_date_and_status();
    about_actors();
    about_place();
    about_words();
    about_quantities();
    about_claims();
  }
  [[nodiscard]] std::string const& where() const { return where_; }
  Params& params() { return params_; }

 private:
  void require(std::string_view condition) { (where_ += " and (") += std::string(condition) + "\n)"; }
  void require(Statement const& condition) { require(condition.text); }
  template <class Value>
  void set(std::string const& name, Value const& value) {
    params_.push_back({parameter_names_.emplace_back(name), value});
  }
  template <class Ids>
  void set_ids(std::string const& name, Ids const& ids) {
    auto const lists = id_params({ids.begin(), ids.end()});  // $dataset_ids, $ids
    set(name + "_dataset_ids", *lists[0].value);
    set(name + "_ids", *lists[1].value);
  }

  void about_dataset_and_type() {
    if (!filter_.datasets.empty()) {
      set("datasets", filter_.datasets);
      require(filter_sql::dataset);
    }
    if (!filter_.types.empty()) {
      set("types", filter_.types);
      require(filter_sql::type);
    }
    if (!filter_.types_left_out.empty()) {
      set("types_left_out", filter_.types_left_out);
      require(filter_sql::type_left_out);
    }
    if (!filter_.tags.empty()) {
      set("tags", filter_.tags);
      require(filter_sql::tag);
    }
  }

  void about_date_and_status() {
    if (!filter_.statuses.empty()) {
      set("statuses", texts(filter_.statuses));
      require(filter_sql::status);
    }
    if (!filter_.undated) require(filter_sql::dated);
    if (!filter_.window) return;
    auto const number = [](std::optional<Day> const& day) {
      return day ? std::optional(static_cast<int>(day->time_since_epoch().count())) : std::nullopt;
    };
    set("first", number(filter_.window->first));
    set("last", number(filter_.window->last));
    std::string condition(filter_.when == When::possible ? filter_sql::possible.text
                                                         : filter_sql::certain.text);
    require(filter_.undated ? "e.date is null or " + condition : condition);
  }

  template <class Word>
  static std::vector<std::string> texts(std::vector<Word> const& words) {
    std::vector<std::string> all;
    for (auto const each : words) all.emplace_back(word(each));
    return all;
  }

  void about_actors() {
    set("roles", filter_.roles.empty() ? std::nullopt : std::optional(to_sql(filter_.roles)));
    if (names_.actors.empty() && !filter_.roles.empty()) require(filter_sql::role);
    for (std::size_t i = 0; i < names_.actors.size(); ++i) {
      std::vector<ThingId> ids;
      std::vector<std::optional<int>> first, last;
      for (auto const& actor : names_.actors[i]) {
        ids.push_back(actor.id);
        first.push_back(actor.first_day);
        last.push_back(actor.last_day);
      }
      auto const name = "actor" + std::to_string(i);
      set_ids(name, ids);
      set(name + "_first", first);
      set(name + "_last", last);
      require(numbered(filter_sql::actor.text, "actor", i));
    }
  }

  void about_place() {
    if (names_.places) require_places("place", *names_.places);
    if (names_.countries) require_places("country", *names_.countries);
    if (auto const& box = filter_.box) {
      set("west", box->west);
      set("south", box->south);
      set("east", box->east);
      set("north", box->north);
      require(filter_sql::bbox);
    }
    if (auto const& circle = filter_.circle) {
      set("longitude", circle->centre.longitude);
      set("latitude", circle->centre.latitude);
      set("radius_km", circle->radius_km);
      require(filter_sql::near);
    }
  }

  void require_places(std::string const& name, std::set<ThingId> const& places) {
    set_ids(name, places);
    require(with(with(std::string(filter_sql::place.text), "$place_dataset_ids", "$" + name + "_dataset_ids"),
                 "$place_ids", "$" + name + "_ids"));
  }

  void about_relevance() {
    if (filter_.sort != EventSort::relevance) return;
    std::string any;
    for (auto const& term : search_terms(*filter_.words)) {
      if (!term.excluded) any += (any.empty() ? "" : " or ") + term.text;
    }
    set("any_term", any);
  }

  void about_words() {
    if (!filter_.words) return;
    auto const terms = search_terms(*filter_.words);
    for (std::size_t i = 0; i < terms.size(); ++i) {
      set("term" + std::to_string(i), terms[i].text);
      auto const condition = numbered(filter_sql::term.text, "term", i);
      require(terms[i].excluded ? "not " + condition : condition);
    }
  }

  void about_quantities() {
    bool const possible = filter_.when == When::possible;
    std::size_t number = 0;
    auto const bound = [&](std::map<std::string, std::int64_t> const& bounds, Statement const& condition) {
      for (auto const& [quantity, value] : bounds) {
        set("quantity" + std::to_string(number), quantity);
        set("bound" + std::to_string(number), value);
        require(numbered(numbered(condition.text, "quantity", number), "bound", number));
        ++number;
      }
    };
    bound(filter_.at_least, possible ? filter_sql::at_least_possible : filter_sql::at_least_certain);
    bound(filter_.at_most, possible ? filter_sql::at_most_possible : filter_sql::at_most_certain);
  }

  void about_claims() {
    if (filter_.disputed) require(filter_sql::disputed);
    if (!names_.sources && !names_.publishers && !names_.claimants && filter_.stances.empty()) return;
    set_claim_ids("source", names_.sources);
    set_claim_ids("publisher", names_.publishers);
    set_claim_ids("claimant", names_.claimants);
    set("stances", filter_.stances.empty() ? std::nullopt : std::optional(to_sql(texts(filter_.stances))));
    require(filter_sql::claim);
  }

  void set_claim_ids(std::string const& name, std::optional<std::set<ThingId>> const& ids) {
    if (ids) return set_ids(name, *ids);
    set(name + "_dataset_ids", std::nullopt);
    set(name + "_ids", std::nullopt);
  }

  EventFilter const& filter_;
  FilterNames const& names_;
  std::string where_;
  std::list<std::string> parameter_names_;  // they live as long as the parameters
  Params params_;
};

/// Contract section 4: undated last in either direction.
ListOrder order_of(EventSort sort) {
  ListOrder by_date{{{"e.sort_day", "integer"},
                     {"e.sort_last", "integer"},
                     {"e.sort_instant", "bigint"},
                     {"d.key", "text"},
                     {"e.key", "text"}},
                    false};
  ListOrder by_update{{{"e.since", "timestamptz"}, {"d.key", "text"}, {"e.key", "text"}}, false};
  switch (sort) {
    case EventSort::date:
      return by_date;
    case EventSort::date_descending:
      by_date.columns.insert(by_date.columns.begin(), {"(e.date is not null)", "boolean"});
      by_date.descending = true;
      return by_date;
    case EventSort::updated:
      return by_update;
    case EventSort::updated_descending:
      by_update.descending = true;
      return by_update;
    case EventSort::relevance:
      return {{{filter_sql::relevance.text, "float8"}, {"d.key", "text"}, {"e.key", "text"}}, true};
  }
  return by_date;
}

}  // namespace

std::vector<ListItem> matching_events(Transaction& transaction, EventQuery const& query, SortKey const* after,
                                      int limit) {
  Composition composition(query);
  auto& params = composition.params();
  params.push_back({"limit", limit});
  auto const sql = ordered(with(std::string(filter_sql::select.text), "/* filters */", composition.where()),
                           order_of(query.filter.sort), after, params);
  std::vector<ListItem> items;
  for (auto const row : transaction.run(sql, params)) {
    items.push_back({{row.small("dataset_id"), row.integer("id")}, row.text_array("sort_key")});
  }
  return items;
}

std::int64_t count_matching_events(Transaction& transaction, EventQuery const& query) {
  Composition composition(query);
  auto const sql = with(std::string(filter_sql::count.text), "/* filters */", composition.where());
  return transaction.run(sql, composition.params())[0].integer("total");
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
