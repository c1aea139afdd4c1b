#include "db/event_conditions.hpp"

#include "db/area.hpp"
#include "db/list_order.hpp"
#include "db/search_terms.hpp"
#include "sql_filters.hpp"

namespace annals::db {
namespace {

/// A text with `$name` in its parameters' names made `$name<number>`: for one that stands there several
/// times.
std::string numbered(std::string_view text, std::string const& name, std::size_t number) {
  std::string out(text);
  auto const from = "$" + name;
  auto const to = from + std::to_string(number);
  for (auto at = out.find(from); at != std::string::npos; at = out.find(from, at + to.size())) {
    out.replace(at, from.size(), to);
  }
  return out;
}

std::string conjunct(std::string_view condition) { return " and (" + std::string(condition) + "\n)"; }

template <class Word>
std::vector<std::string> texts(std::vector<Word> const& words) {
  std::vector<std::string> all;
  for (auto const each : words) all.emplace_back(word(each));
  return all;
}

}  // namespace

void EventConditions::require(std::string_view condition) { others_ += conjunct(condition); }

EventConditions::EventConditions(EventQuery const& query) : filter_(query.filter), names_(query.names) {
  about_datasets_and_types();
  if (query.among) {
    set_ids("among", *query.among);
    require(filter_sql::among);
  }
  if (filter_.known_by) return;  // what is asked of is not what is stored
  about_date_and_status();
  about_actors();
  about_place();
  about_words();
  about_quantities();
  about_claims();
}

void EventConditions::about_datasets_and_types() {
  std::vector<int> ids;
  std::vector<std::string> keys;
  for (auto const& [id, key] : names_.datasets) {
    ids.push_back(id);
    keys.push_back(key);
  }
  set("dataset_ids", ids);
  set("dataset_keys", keys);
  if (names_.types) {
    set("types", *names_.types);
    types_ = conjunct(filter_sql::type.text);
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

void EventConditions::about_date_and_status() {
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
  std::string const condition(filter_.when == When::possible ? filter_sql::possible.text
                                                             : filter_sql::certain.text);
  require(filter_.undated ? "e.date is null or " + condition : condition);
}

void EventConditions::about_actors() {
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

void EventConditions::about_place() {
  if (names_.places) require_places("place", *names_.places);
  if (names_.countries) require_places("country", *names_.countries);
  if (names_.area) return require_places("area", *names_.area);
  for (auto const& area : areas_of(filter_)) {
    params_.insert(params_.end(), area.params.begin(), area.params.end());
    require(with(std::string(filter_sql::area.text), "/* area */", area.condition));
  }
}

void EventConditions::require_places(std::string const& name, std::set<ThingId> const& places) {
  set_ids(name, places);
  require(with(with(std::string(filter_sql::place.text), "$place_dataset_ids", "$" + name + "_dataset_ids"),
               "$place_ids", "$" + name + "_ids"));
}

void EventConditions::about_words() {
  if (!filter_.words) return;
  auto const terms = search_terms(*filter_.words);
  std::string found, without;
  std::size_t number = 0;
  for (auto const& term : terms) {
    set("term" + std::to_string(number), term.text);
    auto const set_of = "(" + numbered(filter_sql::term.text, "term", number++) + ")";
    if (term.excluded) {
      without += " except " + set_of;
    } else {
      found += (found.empty() ? "" : " intersect ") + set_of;
    }
  }
  if (found.empty()) found = "(" + std::string(filter_sql::any_event.text) + ")";
  words_ = "words as materialized (" + found + without + "), ";
  set("any_term", any_of(terms, false));
  require(filter_sql::words);
}

void EventConditions::about_quantities() {
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

void EventConditions::about_claims() {
  if (filter_.disputed) require(filter_sql::disputed);
  if (!names_.sources && !names_.publishers && !names_.claimants && filter_.stances.empty()) return;
  set_claim_ids("source", names_.sources);
  set_claim_ids("publisher", names_.publishers);
  set_claim_ids("claimant", names_.claimants);
  set("stances", filter_.stances.empty() ? std::nullopt : std::optional(to_sql(texts(filter_.stances))));
  require(filter_sql::claim);
}

void EventConditions::set_claim_ids(std::string const& name, std::optional<std::set<ThingId>> const& ids) {
  if (ids) return set_ids(name, *ids);
  set(name + "_dataset_ids", std::nullopt);
  set(name + "_ids", std::nullopt);
}

}  // namespace annals::db
