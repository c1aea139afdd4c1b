#include "support/model/things.hpp"

namespace annals::test::model {
namespace {

struct Collection {
  Json blank;
  std::vector<std::string> required;
};

std::map<std::string, Collection> const& all() {
  static std::map<std::string, Collection> const collections{
      {"datasets",
       {Json::parse(
            R"({"title": null, "description": null, "licence": null, "citation": null, "language": null,
                        "visibility": "public"})"),
        {"title"}}},
      {"actors",
       {Json::parse(R"({"name": null, "kind": null, "country": null, "aliases": [], "external_ids": {},
                        "visibility": "public", "attributes": {}, "note": null})"),
        {"name", "kind"}}},
      {"actor_relations",
       {Json::parse(R"({"actor": null, "relation": null, "other": null, "date": null, "note": null})"),
        {"relation", "other"}}},
      {"places",
       {Json::parse(R"({"name": null, "kind": null, "country": null, "within": null, "point": null,
                        "precision": null, "aliases": [], "visibility": "public", "attributes": {},
                        "note": null})"),
        {"name"}}},
      {"sources",
       {Json::parse(R"({"kind": null, "title": null, "title_translated": null, "publisher": null,
                        "author": null, "url": null, "archived_url": null, "published": null,
                        "accessed": null, "language": null, "reliability": null, "republishes": null,
                        "visibility": "public", "attributes": {}, "note": null})"),
        {"kind", "title"}}},
      {"events",
       {Json::parse(R"({"title": null, "description": null, "type": null, "status": null, "date": null,
                        "place": null, "participants": [], "quantities": {}, "tags": [], "attributes": {},
                        "note": null, "visibility": "public"})"),
        {"title", "type", "status"}}},
      {"claims",
       {Json::parse(R"({"event": null, "source": null, "claimant": null, "stance": null, "said": null,
                        "date": null, "place": null, "status": null, "quantities": {}, "gist": null,
                        "quote": null, "language": null, "locator": null, "answers": null,
                        "credibility": null, "visibility": "public", "attributes": {}, "note": null})"),
        {"event", "source", "stance"}}},
      {"timelines",
       {Json::parse(R"({"title": null, "introduction": null, "query": null, "pins": [], "excludes": [],
                        "notes": {}, "sections": [], "language": null, "visibility": "public"})"),
        {"title"}}}};
  return collections;
}

/// A date by its expression, a place by its key, participants without their names.
Json plain(Json const& value) {
  if (value.is_object() && value.contains("edtf")) return value["edtf"];
  if (value.is_object() && value.contains("key")) return value["key"];
  if (!value.is_array()) return value;
  Json members = value;
  for (auto& member : members) {
    if (member.is_object() && member.contains("role")) member.erase("name");
  }
  return members;
}

}  // namespace

std::vector<std::string> const& collections() {
  static std::vector<std::string> const names{"actors", "places", "sources", "events", "claims", "timelines"};
  return names;
}

Json const& blank(std::string const& collection) { return all().at(collection).blank; }

std::vector<std::string> const& required(std::string const& collection) {
  return all().at(collection).required;
}

std::string chain(std::string const& collection) {
  if (collection == "places") return "within";
  if (collection == "sources") return "republishes";
  return collection == "claims" ? "answers" : "";
}

Json written_part(std::string const& collection, Json const& thing) {
  Json members = blank(collection);
  for (auto& [name, value] : members.items()) {
    if (!thing.contains(name) || thing[name].is_null() || thing[name] == "") continue;
    value = plain(thing[name]);
  }
  if (collection == "timelines" && members["query"].empty()) members["query"] = nullptr;  // asks for nothing
  return members;
}

std::vector<Link> links(std::string const& collection, Json const& members) {
  static std::vector<std::tuple<std::string, std::string, std::string>> const single{
      {"places", "within", "places"},        {"sources", "republishes", "sources"},
      {"events", "place", "places"},         {"claims", "event", "events"},
      {"claims", "source", "sources"},       {"claims", "claimant", "actors"},
      {"claims", "place", "places"},         {"claims", "answers", "claims"},
      {"actor_relations", "other", "actors"}};
  std::vector<Link> found;
  for (auto const& [of, member, to] : single) {
    if (of == collection && !members[member].is_null())
      found.push_back({"/" + member, {to, members[member]}});
  }
  if (collection != "events") return found;
  for (std::size_t i = 0; i < members["participants"].size(); ++i) {
    found.push_back(
        {"/participants/" + std::to_string(i) + "/actor", {"actors", members["participants"][i]["actor"]}});
  }
  return found;
}

}  // namespace annals::test::model
