#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "domain/event_filter.hpp"
#include "domain/thing_filter.hpp"
#include "http/routes.hpp"
#include "reference.hpp"
#include "support/case_service.hpp"
#include "support/json_schema.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;
using Names = std::set<std::string>;

class Reference : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    case_ = std::make_unique<test::CaseService>(ANNALS_EXAMPLES "/karabakh");
    openapi_ = Json::parse(reference::openapi);
  }
  static void TearDownTestSuite() { case_.reset(); }

  static Json resolved(Json const& given) {
    if (!given.contains("$ref")) return given;
    return openapi_.at(Json::json_pointer(given["$ref"].get<std::string>().substr(1)));
  }
  /// The names of an operation's parameters in the query.
  static Names query_parameters(Json const& operation) {
    Names names;
    for (auto const& each : operation.value("parameters", Json::array())) {
      auto const parameter = resolved(each);
      if (parameter["in"] == "query") names.insert(parameter["name"]);
    }
    return names;
  }
  static Names of(std::vector<std::string> const& names, Names more = {}) {
    more.insert(names.begin(), names.end());
    return more;
  }
  static std::unique_ptr<test::CaseService> case_;
  static Json openapi_;
};
std::unique_ptr<test::CaseService> Reference::case_;
Json Reference::openapi_;

TEST_F(Reference, HasEveryRouteAndNoOther) {
  Names described, routed;
  for (auto const& [path, operations] : openapi_["paths"].items()) {
    for (auto const& [method, operation] : operations.items()) {
      if (method != "parameters") described.insert(method + " " + path);
    }
  }
  for (auto const& route : http::routes()) {
    std::string method(route.method);
    std::transform(method.begin(), method.end(), method.begin(),
                   [](char c) { return static_cast<char>(c + 32); });
    routed.insert(method + " " + std::string(route.pattern));
  }
  EXPECT_EQ(described, routed);
}

TEST_F(Reference, HasEveryParameterAndNoOther) {
  Names const pages{"limit", "cursor", "total"};
  auto events = of(event_filter_parameters(), {"quantities"});
  auto event_list = events;
  event_list.insert(pages.begin(), pages.end());
  auto timeline = events;
  timeline.insert({"seed", "hops", "statements", "merge"});
  auto const without_dataset = [](Names names) {
    names.erase("dataset");
    return names;
  };
  auto const things = [&](ThingKind kind) { return of(thing_filter_parameters(kind), pages); };
  std::map<std::string, Names> const expected{
      {"/v1/timeline", timeline},
      {"/v1/events", event_list},
      {"/v1/datasets/{dataset}/events", without_dataset(event_list)},
      {"/v1/datasets/{dataset}/actors/{key}/events", without_dataset(event_list)},
      {"/v1/actors", things(ThingKind::actor)},
      {"/v1/datasets/{dataset}/actors", without_dataset(things(ThingKind::actor))},
      {"/v1/places", things(ThingKind::place)},
      {"/v1/datasets/{dataset}/places", without_dataset(things(ThingKind::place))},
      {"/v1/sources", things(ThingKind::source)},
      {"/v1/datasets/{dataset}/sources", without_dataset(things(ThingKind::source))},
      {"/v1/claims", things(ThingKind::claim)},
      {"/v1/datasets/{dataset}/claims", without_dataset(things(ThingKind::claim))},
      {"/v1/datasets/{dataset}/events/{key}/claims", pages},
      {"/v1/datasets/{dataset}/events/{key}/relations", pages},
      {"/v1/datasets/{dataset}/actors/{key}/relations", pages},
      {"/v1/datasets", pages},
  };
  for (auto const& [path, operations] : openapi_["paths"].items()) {
    auto const found = expected.find(path);
    EXPECT_EQ(query_parameters(operations["get"]), found == expected.end() ? Names{} : found->second) << path;
  }
}

/// What is different each time stands in an example as the same.
std::string with_fixed_times(std::string text) {
  for (auto at = text.find("T"); at != std::string::npos; at = text.find("T", at + 1)) {
    if (at >= 10 && text.size() >= at + 17 && text[at + 16] == 'Z' && text[at + 9] == '.')
      text.replace(at - 10, 27, "2026-01-01T00:00:00.000000Z");
  }
  return text;
}

TEST_F(Reference, ShowsWhatTheServiceAnswers) {
  for (auto const& [path, operations] : openapi_["paths"].items()) {
    auto const& operation = operations["get"];
    if (!operation.contains("x-example")) continue;
    std::string const id = operation["operationId"];
    auto const target = operation["x-example"].get<std::string>();
    auto answered = nlohmann::ordered_json::parse(with_fixed_times(test::body_of(case_->get(target))));
    // A cursor is made with the database's own secret.
    if (answered.contains("next") && answered["next"].is_string()) {
      std::string const next = answered["next"];
      answered["next"] = next.substr(0, next.find("cursor=") + 7) + "…";
    }
    auto const file = std::filesystem::path(ANNALS_API) / "examples" / (id + ".json");
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(file) << answered.dump(2) << '\n';
    std::ostringstream kept;
    kept << std::ifstream(file).rdbuf();
    EXPECT_EQ(kept.str(), answered.dump(2) + "\n")
        << id << ": run with UPDATE_GOLDEN=1 and read the difference";
  }
}

TEST_F(Reference, DescribesEveryMember) {
  for (auto const& [path, operations] : openapi_["paths"].items()) {
    auto const& operation = operations["get"];
    if (!operation.contains("x-example")) continue;
    auto const& schema = operation["responses"]["200"]["content"]["application/json"]["schema"];
    for (auto const& fault : test::schema_faults(openapi_, schema, case_->json(operation["x-example"])))
      ADD_FAILURE() << path << " " << fault;
  }
  // Wider than the examples: everything that the case has.
  for (auto const& [path, schema] :
       std::map<std::string, std::string>{{"/v1/timeline", "Timeline"},
                                          {"/v1/timeline?known_by=2023-10-07", "Timeline"},
                                          {"/v1/events?limit=1000", "EventList"},
                                          {"/v1/actors?limit=1000", "ActorList"},
                                          {"/v1/places?limit=1000", "PlaceList"},
                                          {"/v1/sources?limit=1000", "SourceList"},
                                          {"/v1/claims?limit=1000", "ClaimList"}}) {
    auto const& described = openapi_["components"]["schemas"][schema];
    for (auto const& fault : test::schema_faults(openapi_, described, case_->json(path)))
      ADD_FAILURE() << path << " " << fault;
  }
  auto const problem = Json::parse(case_->get("/v1/events?limit=0").body);
  for (auto const& fault :
       test::schema_faults(openapi_, openapi_["components"]["schemas"]["Problem"], problem))
    ADD_FAILURE() << fault;
}

}  // namespace
}  // namespace annals
