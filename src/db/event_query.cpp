#include "db/event_query.hpp"

#include <list>

#include "base/text.hpp"
#include "db/fields.hpp"
#include "db/name_search.hpp"
#include "sql_filters.hpp"
#include "sql_queries.hpp"

namespace annals::db {
namespace {

struct Term {
  std::string text;  // for websearch_to_tsquery: quoted, so that nothing in it is an operator
  bool excluded;
};

/// Words, "phrases" and -exclusions.
std::vector<Term> terms_of(std::string const& query) {
  std::vector<Term> terms;
  for (std::size_t at = 0; at < query.size();) {
    if (query[at] == ' ' || query[at] == '\t' || query[at] == '\n') {
      ++at;
      continue;
    }
    bool const excluded = query[at] == '-';
    if (excluded) ++at;
    bool const phrase = at < query.size() && query[at] == '"';
    if (phrase) ++at;
    auto const end = std::min(query.find_first_of(phrase ? "\"" : " \t\n", at), query.size());
    auto folded = fold(query.substr(at, end - at));
    std::erase(folded, '"');
    if (!folded.empty()) terms.push_back({'"' + folded + '"', excluded});
    at = end + (phrase ? 1 : 0);
  }
  return terms;
}

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
  Composition(Transaction& transaction, EventFilter const& filter)
      : transaction_(transaction), filter_(filter) {}

  std::string where() {
    about_dataset_and_date();
    about_kind();
    about_actors();
    about_place();
    about_words();
    about_quantities();
    about_claims();
    return std::move(where_);
  }
  [[nodiscard]] Params const& params() const { return params_; }

 private:
  void require(std::string_view condition) { (where_ += " and (") += std::string(condition) + "\n)"; }
  void require(Statement const& condition) { require(condition.text); }
  template <class Value>
  void set(std::string const& name, Value const& value) {
    params_.push_back({names_.emplace_back(name), value});
  }
  void set_ids(std::string const& name, std::vector<ThingId> const& ids) {
    auto const lists = id_params(ids);  // $dataset_ids, $ids
    set(name + "_dataset_ids", *lists[0].value);
    set(name + "_ids", *lists[1].value);
  }

  void about_dataset_and_date() {
    if (!filter_.datasets.empty()) {
      set("datasets", filter_.datasets);
      require(filter_sql::dataset);
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

  void about_kind() {
    if (!filter_.types.empty()) {
      set("types", filter_.types);
      require(filter_sql::type);
    }
    if (!filter_.statuses.empty()) {
      set("statuses", texts(filter_.statuses));
      require(filter_sql::status);
    }
    if (!filter_.tags.empty()) {
      set("tags", filter_.tags);
      require(filter_sql::tag);
    }
  }

  void about_actors() {
    set("roles", filter_.roles.empty() ? std::nullopt : std::optional(to_sql(filter_.roles)));
    if (filter_.actors.empty() && !filter_.roles.empty()) require(filter_sql::role);
    for (std::size_t i = 0; i < filter_.actors.size(); ++i) {
      std::vector<ThingId> ids;
      std::vector<std::optional<int>> first, last;
      for (auto const& actor : resolve_actors(transaction_, filter_.actors[i], filter_.actor_tree)) {
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
    if (filter_.place) {
      require_places("place",
                     with_places_within(transaction_, resolve(transaction_, "place", *filter_.place)));
    }
    if (!filter_.countries.empty()) {
      std::vector<ThingId> places;
      for (auto const row : transaction_.run(sql::place_by_country, {{"countries", filter_.countries}})) {
        places.push_back({row.small("dataset_id"), row.integer("id")});
      }
      require_places("country", with_places_within(transaction_, std::move(places)));
    }
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

  void require_places(std::string const& name, std::vector<ThingId> const& places) {
    set_ids(name, places);
    std::string condition(filter_sql::place.text);
    for (auto const* end : {"_dataset_ids", "_ids"}) {
      auto const from = std::string("$place") + end;
      condition.replace(condition.find(from), from.size(), "$" + name + end);
    }
    require(condition);
  }

  void about_words() {
    if (!filter_.words) return;
    auto const terms = terms_of(*filter_.words);
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
    // What was known then may be in dispute though less, or more, is in dispute now.
    if (filter_.disputed && !filter_.known_by) require(filter_sql::disputed);
    if (!filter_.source && !filter_.publisher && !filter_.claimant && filter_.stances.empty()) return;
    set_claim_ids("source", filter_.source,
                  [&](auto const& t) { return resolve(transaction_, "source", t); });
    set_claim_ids("publisher", filter_.publisher,
                  [&](auto const& t) { return resolve_publishers(transaction_, t); });
    set_claim_ids("claimant", filter_.claimant, [&](auto const& t) {
      std::vector<ThingId> ids;
      for (auto const& actor : resolve_actors(transaction_, t, false)) ids.push_back(actor.id);
      return ids;
    });
    set("stances", filter_.stances.empty() ? std::nullopt : std::optional(to_sql(texts(filter_.stances))));
    require(filter_sql::claim);
  }

  template <class Resolve>
  void set_claim_ids(std::string const& name, std::optional<std::string> const& text,
                     Resolve const& resolved) {
    if (text) return set_ids(name, resolved(*text));
    set(name + "_dataset_ids", std::optional<std::string>());
    set(name + "_ids", std::optional<std::string>());
  }

  Transaction& transaction_;
  EventFilter const& filter_;
  std::string where_;
  std::list<std::string> names_;  // the parameters' names live as long as they
  Params params_;
};

}  // namespace

std::vector<ThingId> matching_events(Transaction& transaction, EventFilter const& filter) {
  Composition composition(transaction, filter);
  auto const where = composition.where();
  std::string sql(filter_sql::select.text);
  sql.replace(sql.find("/* filters */"), 13, where);
  std::vector<ThingId> ids;
  for (auto const row : transaction.run(sql, composition.params())) {
    ids.push_back({row.small("dataset_id"), row.integer("id")});
  }
  return ids;
}

}  // namespace annals::db
