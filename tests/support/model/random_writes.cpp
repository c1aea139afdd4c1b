#include "support/model/random_writes.hpp"

namespace annals::test::model {
namespace {

std::map<std::string, std::size_t> const& keys_of() {
  static std::map<std::string, std::size_t> const counts{
      {"actors", 6},  {"places", 6},    {"sources", 5},        {"events", 8},
      {"claims", 16}, {"timelines", 3}, {"actor_relations", 5}};
  return counts;
}

/// What each member may be beside null; links and quantities apart.
Json const& values_of(std::string const& collection) {
  static Json const all = Json::parse(R"({
    "datasets": {"title": ["D", "Dataset"], "description": ["About", "À propos"], "licence": ["CC0-1.0"],
                 "citation": ["Cite"], "language": ["en", "az-Latn"]},
    "actors": {"name": ["Army", "Ministry", "Əli", "Հայկ"], "kind": ["person", "armed_force"],
               "country": ["AZ", "AM"], "aliases": [["The Army"], ["A|b", "C\\d"], []],
               "external_ids": [{"wikidata": "Q1"}, {"isni": ["1", "2"]}]},
    "actor_relations": {"relation": ["part_of", "head_of", "same_as"], "date": ["2024-01", "2024-01-02"],
                        "note": ["why", ""]},
    "places": {"name": ["Town", "Region", "Գյուղ"], "kind": ["town"], "country": ["AZ", "AM"],
               "point": [[46.5, 39.5], [45, 40.25]], "precision": ["exact", "region"],
               "aliases": [["Old Town"], []]},
    "sources": {"kind": ["news", "report"], "title": ["Paper", "Report"], "title_translated": ["Translated"],
                "publisher": ["House", "Press"], "author": ["A; B"], "url": ["https://example.org/a"],
                "archived_url": ["http://example.org/b"], "published": ["2024-01-01", "2024-01"],
                "accessed": ["2024-01-02"], "language": ["ru"], "reliability": ["A", "F"]},
    "events": {"title": ["E", "Withdrawal", "Հայ"], "description": ["Line\nline", "text"],
               "type": ["talks", "military.deployment"], "status": ["occurred", "planned", "ongoing"],
               "date": ["2024-01-01", "2024-01-02", "2024-01", "2023-12-31/2024-01-01"],
               "tags": [["a|b", "c"], []]},
    "claims": {"stance": ["asserts", "asserts", "confirms", "denies", "plans", "predicts", "doubts", "retracts",
                          "no_information"],
               "said": ["2024-01-01"],
               "date": ["2024-01-01", "2024-01-02", "2024-01", "2023-12-31/2024-01-01"],
               "status": ["occurred", "ongoing", "cancelled", "refuted", "unconfirmed", "planned"],
               "gist": ["gist"], "quote": ["“quoted”"], "language": ["hy"], "locator": ["p. 1"],
               "credibility": [1, 6]},
    "timelines": {"title": ["T", "Timeline"], "introduction": ["*Once*"],
                  "query": [{"actor": "Army", "from": "2024"}, {"actor": ["a1", "a2"]}, {}],
                  "pins": [["e1", "elsewhere/x"], []], "excludes": [["e2"]], "notes": [{"e1": "noted"}],
                  "sections": [[{"title": "First", "from": "2024", "to": "2025"}], []], "language": ["en"]}})");
  return all.at(collection);
}

}  // namespace

std::size_t RandomWrites::number(std::size_t below) {
  return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_);
}

std::string RandomWrites::any_collection() {
  return one_of({"actors", "places", "sources", "events", "events", "claims", "claims", "claims", "timelines",
                 "actor_relations"});
}

bool RandomWrites::has(std::string const& collection) const {
  auto const first = model_.now().lower_bound({collection, ""});
  return first != model_.now().end() && first->first.first == collection;
}

std::string RandomWrites::held_collection() {
  for (;;) {
    auto const collection = any_collection();
    if (has(collection) || chance(2)) return collection;
  }
}

/// Mostly one of which something may be made: a claim needs an event and a source.
std::string RandomWrites::fit_collection() {
  for (;;) {
    auto const collection = any_collection();
    bool const fit = collection == "claims"            ? has("events") && has("sources")
                     : collection == "actor_relations" ? has("actors")
                                                       : true;
    if (fit || chance(2)) return collection;
  }
}

std::string RandomWrites::any_key(std::string const& collection) {
  auto const key = std::string(1, collection[0]) + std::to_string(number(keys_of().at(collection)));
  return collection == "actor_relations" ? "r-" + key : key;
}

std::string RandomWrites::held_key(std::string const& collection) {
  std::vector<std::string> keys;
  for (auto const& [name, written] : model_.now()) {
    if (name.first == collection) keys.push_back(name.second);
  }
  return keys.empty() || chance(2) ? any_key(collection) : keys[number(keys.size())];
}

Json RandomWrites::quantities() {
  Json all = Json::object();
  for (auto const* name : {"losses", "troops"}) {
    if (!chance(40)) continue;
    auto const low = number(3) + 1;
    if (chance(60))
      all[name] = {{"best", low}};
    else
      all[name] = {{"low", low}, {"high", low + number(2)}};
  }
  return all;
}

void RandomWrites::add_links(std::string const& collection, Json& draft) {
  auto const maybe = [&](char const* member, char const* to, int percent) {
    if (chance(has(to) ? percent : percent / 20)) draft[member] = held_key(to);
  };
  if (collection == "places") maybe("within", "places", 60);
  if (collection == "sources") maybe("republishes", "sources", 40);
  if (collection == "actor_relations") maybe("other", "actors", 100);
  if (collection == "events") {
    maybe("place", "places", 60);
    draft["participants"] = Json::array();
    for (auto count = has("actors") ? number(3) : 0; count > 0; --count)
      draft["participants"].push_back(
          {{"role", one_of({"initiator", "target"})}, {"actor", held_key("actors")}});
  }
  if (collection == "claims") {
    maybe("event", "events", 100);
    maybe("source", "sources", 100);
    maybe("claimant", "actors", 40);
    maybe("place", "places", 40);
    bool const retracts = draft.value("stance", "") == "retracts";
    maybe("answers", "claims", retracts ? 90 : 20);
  }
  if (collection == "events" || collection == "claims") draft["quantities"] = quantities();
}

Json RandomWrites::draft(std::string const& collection) {
  Json draft = Json::object();
  auto const& needed = required(collection);
  for (auto const& [member, values] : values_of(collection).items()) {
    bool const is_needed = std::find(needed.begin(), needed.end(), member) != needed.end();
    if (chance(is_needed ? 99 : 40)) draft[member] = one_of(values);
  }
  add_links(collection, draft);
  auto const& all = blank(collection);
  if (all.contains("visibility") && chance(15))
    draft["visibility"] = one_of({"public", "members", "restricted"});
  if (all.contains("attributes") && chance(20))
    draft["attributes"] = one_of({{{"n", "v"}}, {{"m", {{"deep", {1, 2.5, true}}}}}, Json::object()});
  if (all.contains("note") && chance(20)) draft["note"] = one_of({"a note", ""});
  return draft;
}

void RandomWrites::set_precondition(Write& write) {
  auto const held = model_.now().find(write.name);
  if (write.form == Write::Form::post) return;
  if (held == model_.now().end()) {
    if (chance(3)) write.if_match = "*";
    write.only_new = chance(20);
    return;
  }
  auto const version = held->second->version;
  if (chance(3)) return;  // 428
  write.only_new = chance(2);
  write.if_match = chance(40) ? "*" : '"' + std::to_string(chance(5) ? version + 1 : version) + '"';
}

Write RandomWrites::put_or_post() {
  Write write;
  auto const collection = chance(3) ? "datasets" : fit_collection();
  bool const posts = collection != "datasets" && collection != "actor_relations" && chance(20);
  write.form = posts ? Write::Form::post : Write::Form::put;
  write.name = {collection, collection == "datasets" ? dataset : any_key(collection)};
  write.body = draft(collection);
  if (posts && chance(80)) write.body["key"] = write.name.second;
  return write;
}

Write RandomWrites::patch() {
  Write write;
  write.form = Write::Form::patch;
  do {
    auto const collection = chance(8) ? "datasets" : held_collection();
    write.name = {collection, collection == "datasets" ? dataset : held_key(collection)};
  } while (write.name.first == "actor_relations");  // PUT alone
  auto const whole = draft(write.name.first);
  for (auto const& [member, value] : whole.items()) {
    if (chance(25)) write.body[member] = value;
  }
  for (auto const& [member, value] : blank(write.name.first).items()) {
    if (chance(4)) write.body[member] = nullptr;
  }
  auto& body = write.body;
  if (body.contains("date") && body["date"].is_string() && chance(50))
    body["date"] = {{"edtf", body["date"]}};
  if (write.name.first == "events" && body.contains("place") && body["place"].is_string() && chance(50))
    body["place"] = {{"key", body["place"]}};
  if (chance(5) && blank(write.name.first).contains("attributes")) body["attributes"] = {{"n", nullptr}};
  return write;
}

Write RandomWrites::remove() {
  Write write;
  write.form = Write::Form::remove;
  auto const collection = held_collection();
  write.name = {collection, held_key(collection)};
  write.cascade = chance(25);
  return write;
}

Write RandomWrites::relation() {
  Write write;
  write.form = chance(70) ? Write::Form::relate : Write::Form::unrelate;
  write.name = {"events", held_key("events")};
  write.relation = one_of({"causes", "starts"});
  write.relation_other = held_key("events");
  if (chance(15)) {
    write.relation_dataset = other_dataset;
    write.relation_other = other_event;
  }
  if (write.form == Write::Form::relate && chance(50)) write.body["note"] = one_of({"why", "because"});
  if (!model_.holds(write.name) || write.form == Write::Form::relate || chance(20)) return write;
  auto const& relations = model_.now().at(write.name)->relations;
  if (relations.empty()) return write;
  auto const stands = one_of(relations);
  write.relation = stands["relation"];
  write.relation_dataset = stands["dataset"];
  write.relation_other = stands["other"];
  return write;
}

Step RandomWrites::restoration() {
  std::vector<std::pair<Name, Version>> all;
  for (auto const& [name, versions] : model_.history()) {
    if (name.first == "actor_relations" || name.first == "datasets") continue;  // no history to read from
    for (auto const& version : versions) {
      if (!version.deleted) all.emplace_back(name, version);
    }
  }
  if (all.empty()) return {put_or_post(), std::nullopt, false};
  auto const& [name, version] = all[number(all.size())];
  Step step{{}, version, model_.holds(name) && chance(20)};
  step.write.name = name;
  return step;
}

Step RandomWrites::next() {
  auto const kind = number(100);
  Step step;
  if (kind < 40)
    step.write = put_or_post();
  else if (kind < 62)
    step.write = patch();
  else if (kind < 74)
    step.write = remove();
  else if (kind < 86 && has("events"))
    step.write = relation();
  else
    step = restoration();
  auto& write = step.write;
  if (write.form == Write::Form::relate || write.form == Write::Form::unrelate) return step;
  set_precondition(write);
  if (write.name.first != "actor_relations") return step;
  write.actor = model_.holds(write.name) && chance(85)
                    ? model_.now().at(write.name)->members["actor"].get<std::string>()
                    : held_key("actors");
  return step;
}

}  // namespace annals::test::model
