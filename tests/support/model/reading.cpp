#include "support/model/reading.hpp"

#include <algorithm>

namespace annals::test::model {
namespace {

Json const& members_of(Things const& things, std::string const& collection, Json const& key) {
  return things.at({collection, key})->members;
}

Json event_derived(Things const& things, std::string const& key, Json event) {
  if (auto& place = event["place"]; !place.is_null()) {
    auto const& of = members_of(things, "places", place);
    place = {{"key", place},
             {"name", of["name"]},
             {"point", of["point"]},
             {"precision", of["precision"]},
             {"country", of["country"]}};
  }
  for (auto& participant : event["participants"])
    participant["name"] = members_of(things, "actors", participant["actor"])["name"];
  event["claim_count"] = std::count_if(things.begin(), things.end(), [&](auto const& thing) {
    return thing.first.first == "claims" && thing.second->members["event"] == key;
  });
  event["disputed"] = disputed(things, key);
  return event;
}

/// By earliest start, then latest end; what has no date comes last.
std::string place_in_time(Json const& event) {
  static std::map<std::string, std::string> const places{
      {"2023-12-31/2024-01-01", "1"}, {"2024-01-01", "2"}, {"2024-01", "3"}, {"2024-01-02", "4"}};
  return event["date"].is_null() ? "5" : places.at(event["date"]);
}

}  // namespace

Json shown(Things const& things, Name const& name) {
  auto const& [collection, key] = name;
  auto const& written = *things.at(name);
  Json thing = written.members;
  thing["key"] = key;
  if (collection != "datasets") thing["dataset"] = dataset;
  if (collection == "events") thing = event_derived(things, key, std::move(thing));
  if (collection == "actor_relations") {
    thing["other_name"] = members_of(things, "actors", thing["other"])["name"];
    return thing;
  }
  thing["version"] = written.version;
  thing["created_at"] = written.created_at;
  thing["updated_at"] = written.updated_at;
  return thing;
}

Json listed(Things const& things, std::string const& collection) {
  std::vector<Json> all;
  for (auto const& [name, written] : things) {
    if (name.first == collection) all.push_back(shown(things, name));
  }
  if (collection == "events") {
    std::stable_sort(all.begin(), all.end(),
                     [](Json const& a, Json const& b) { return place_in_time(a) < place_in_time(b); });
  }
  return all;
}

Json relations_shown(Things const& things, Name const& of) {
  Json all = Json::array();
  if (of.first == "actors") {
    for (auto const& [name, relation] : things) {
      if (name.first == "actor_relations" && relation->members["actor"] == of.second)
        all.push_back(shown(things, name));
    }
    return all;
  }
  for (auto relation : things.at(of)->relations) {
    relation["event"] = of.second;
    relation["title"] = relation["dataset"] == dataset
                            ? members_of(things, "events", relation["other"])["title"]
                            : Json("Elsewhere");
    all.push_back(std::move(relation));
  }
  return all;
}

Json with_plain_dates(Json answer) {
  if (answer.is_object() && answer.contains("edtf")) return answer["edtf"];
  if (!answer.is_structured()) return answer;
  for (auto& member : answer) member = with_plain_dates(std::move(member));
  return answer;
}

}  // namespace annals::test::model
