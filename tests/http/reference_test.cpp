#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "described.hpp"
#include "domain/event_filter.hpp"
#include "domain/event_grouping.hpp"
#include "domain/thing_filter.hpp"
#include "http/routes.hpp"
#include "support/case_service.hpp"
#include "support/editor.hpp"
#include "support/json_schema.hpp"
#include "support/process.hpp"
#include "wire/problem_json.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;
using Names = std::set<std::string>;

class Reference : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    case_ = std::make_unique<test::CaseService>(ANNALS_EXAMPLES "/karabakh");
    test::Editor editor(case_->database().pool(), "Anahit");
    test::Editor::Options options;
    options.if_match = "*";
    options.reason = "a second source";
    auto const path = "/v1/datasets/karabakh/events/zatulin-blow";
    EXPECT_EQ(editor.send("PATCH", path, R"({"date": "2023-10"})", options).status, 200);
  }
  static void TearDownTestSuite() { case_.reset(); }

  static void expect_described(test::Operation const& operation, http::Response const& answer) {
    for (auto const& difference : test::undescribed(operation, answer)) ADD_FAILURE() << difference;
  }
  static std::unique_ptr<test::CaseService> case_;
};
std::unique_ptr<test::CaseService> Reference::case_;

TEST_F(Reference, HasEveryRouteAndNoOther) {
  Names described, routed;
  for (auto const& each : test::operations()) described.insert(each.method + " " + each.path);
  for (auto const& route : http::routes())
    routed.insert(std::string(route.method) + " " + std::string(route.pattern));
  EXPECT_EQ(described, routed);
}

Names operator+(Names one, Names const& other) {
  one.insert(other.begin(), other.end());
  return one;
}
Names names_of(std::vector<std::string> const& list) { return {list.begin(), list.end()}; }

/// The parameters of each operation in the query, without `as_of`; none where it is not named.
std::map<std::string, Names> expected_parameters() {
  Names const pages{"limit", "cursor", "total"};
  auto const events = names_of(event_filter_parameters()) + Names{"quantities"};
  std::map<std::string, Names> expected{
      {"get_timeline", events + Names{"seed", "hops", "statements", "merge", "lanes"}},
      {"list_events", events + pages},
      {"list_actors", names_of(thing_filter_parameters(ThingKind::actor)) + pages},
      {"list_places", names_of(thing_filter_parameters(ThingKind::place)) + pages},
      {"list_sources", names_of(thing_filter_parameters(ThingKind::source)) + pages},
      {"list_claims", names_of(thing_filter_parameters(ThingKind::claim)) + pages},
      {"list_timelines", pages},
      {"list_snapshots", pages},
      {"get_snapshot_changes", {"to"}},
      {"get_timeline_changes",
       events + Names{"seed", "hops", "statements", "merge", "known_by_from", "known_by_to"}},
      {"list_datasets", pages},
      {"list_claims_of_event", pages},
      {"list_event_relations", pages},
      {"list_actor_relations", pages},
      {"list_changes", {"limit", "since"}},
      {"get_search", Names{"q", "dataset"} + pages},
      {"list_duplicates", Names{"dataset", "days", "km", "min_score"} + pages},
      {"list_similar_events", Names{"dataset", "days", "km", "min_score"} + pages},
      {"list_similar_actors", Names{"dataset"} + pages},
      {"list_similar_places", Names{"dataset"} + pages},
      {"list_types", {"dataset"}},
      {"list_imports", pages},
      {"list_mappings", pages},
      {"post_import",
       {"profile", "dry_run", "on_error", "missing", "encoding", "delimiter", "date_order", "sheet"}},
      {"undo_import", {"force"}},
  };
  expected["get_timeline_changes"].erase("known_by");
  expected["get_stats"] = events + names_of(grouping_parameters());
  for (auto const* other : {"known_by", "sort"}) expected["get_stats"].erase(other);
  for (auto const* list : {"list_events", "list_actors", "list_places", "list_sources", "list_claims"}) {
    auto of_one = expected[list];
    of_one.erase("dataset");
    expected[std::string(list) + "_of_dataset"] = of_one;
  }
  expected["list_events_of_actor"] = expected["list_events_of_dataset"];
  for (auto const* kind : {"event", "actor", "place", "source", "claim", "saved_timeline"}) {
    expected[std::string("list_versions_of_") + kind] = pages;
    expected[std::string("get_version_of_") + kind] = {"diff"};
    expected[std::string("delete_") + kind] = {"cascade"};
  }
  expected["get_assembled_timeline"] = {"known_by"};
  expected["delete_actor_relation"] = expected["delete_dataset"] = {"cascade"};
  return expected;
}

TEST_F(Reference, HasEveryParameterAndNoOther) {
  auto const expected = expected_parameters();
  for (auto const& route : http::routes()) {
    for (auto const& each : test::operations()) {
      if (each.method != route.method || each.path != route.pattern) continue;
      auto const found = expected.find(each.id());
      EXPECT_EQ(each.parameters("query"), (found == expected.end() ? Names{} : found->second) +
                                              (route.takes_as_of ? Names{"as_of"} : Names{}))
          << each.id();
    }
  }
}

/// What is different each time stands in an example as the same: times, and cursors, which are made with the
/// database's own secret.
nlohmann::ordered_json as_example(std::string text) {
  for (auto at = text.find('T'); at != std::string::npos; at = text.find('T', at + 1)) {
    if (at >= 10 && text.size() >= at + 17 && text[at + 16] == 'Z' && text[at + 9] == '.')
      text.replace(at - 10, 27, "2026-01-01T00:00:00.000000Z");
  }
  auto answer = nlohmann::ordered_json::parse(text);
  if (answer.contains("next") && answer["next"].is_string()) {
    std::string const next = answer["next"];
    auto const parameter = next.rfind(
        '=', next.find("cursor=") == std::string::npos ? next.find("since=") + 5 : next.find("cursor=") + 6);
    answer["next"] = next.substr(0, parameter + 1) + "…";
  }
  return answer;
}

TEST_F(Reference, ShowsWhatTheServiceAnswers) {
  for (auto const& each : test::operations()) {
    if (each.example().empty()) continue;
    auto const answered = as_example(test::body_of(case_->get(each.example()))).dump(2) + "\n";
    auto const file = std::filesystem::path(ANNALS_API) / "examples" / (each.id() + ".json");
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(file) << answered;
    EXPECT_EQ(test::read_file(file), answered)
        << each.id() << ": run with UPDATE_GOLDEN=1 and read the difference";
  }
}

TEST_F(Reference, DescribesEveryAnswer) {
  for (auto const& each : test::operations()) {
    if (!each.example().empty()) expect_described(each, case_->get(each.example()));
  }
  // Wider than the examples: everything that the case has, and what goes wrong.
  for (auto const& [id, target] : std::multimap<std::string, std::string>{
           {"get_timeline", "/v1/timeline"},
           {"get_timeline", "/v1/timeline?known_by=2023-10-07"},
           {"list_events", "/v1/events?limit=1000"},
           {"list_events", "/v1/events?limit=0"},
           {"list_events", "/v1/events?dataset=absent"},
           {"list_actors", "/v1/actors?limit=1000"},
           {"list_places", "/v1/places?limit=1000"},
           {"list_sources", "/v1/sources?limit=1000"},
           {"list_claims", "/v1/claims?limit=1000"},
           {"list_changes", "/v1/datasets/karabakh/changes?limit=1000"},
           {"get_search", "/v1/search?q=Russia&limit=100"},
           {"get_search", "/v1/search"},
           {"list_duplicates", "/v1/duplicates?days=31&km=100&min_score=0"},
           {"list_duplicates", "/v1/duplicates?days=32"},
           {"list_similar_actors", "/v1/datasets/karabakh/actors/absent/similar"},
           {"get_stats", "/v1/stats?by=month,actor"},
           {"get_stats", "/v1/stats?by=country,place&sum=troops"},
           {"get_stats", "/v1/stats?by=day,dataset"},
           {"get_stats", "/v1/stats?by=week,status"},
           {"get_stats", "/v1/stats.csv?by=year"},
           {"get_bundle", "/v1/datasets/karabakh/bundle.zip"},
           {"get_bundle", "/v1/datasets/absent/bundle.zip"},
           {"get_problem", "/problems/in-use"},
           {"get_problem", "/problems/none"},
           {"get_version_of_event", "/v1/datasets/karabakh/events/zatulin-blow/history/1"},
           {"get_version_of_actor", "/v1/datasets/karabakh/actors/peskov/history/1"},
           {"get_version_of_place", "/v1/datasets/karabakh/places/stepanakert/history/1"},
           {"get_version_of_source", "/v1/datasets/karabakh/sources/hyetert-20201110/history/1"},
           {"get_version_of_claim", "/v1/datasets/karabakh/claims/c05/history/1"},
           {"get_version_of_saved_timeline", "/v1/datasets/karabakh/timelines/peacekeepers/history/1"},
           {"list_versions_of_actor", "/v1/datasets/karabakh/actors/peskov/history"},
           {"list_versions_of_place", "/v1/datasets/karabakh/places/stepanakert/history"},
           {"list_versions_of_source", "/v1/datasets/karabakh/sources/hyetert-20201110/history"},
           {"list_versions_of_claim", "/v1/datasets/karabakh/claims/c05/history"},
           {"list_versions_of_saved_timeline", "/v1/datasets/karabakh/timelines/peacekeepers/history"}})
    expect_described(test::operation(id), case_->get(target));
}

TEST_F(Reference, NamesEveryFormat) {
  for (auto const& route : http::routes()) {
    if (!route.takes_suffix || route.method != "GET") continue;
    for (auto const& each : test::operations()) {
      if (each.method != "GET" || each.path != route.pattern || each.example().empty()) continue;
      auto const& described = each.content["responses"]["200"]["content"];
      for (auto const* type :
           {"application/json", "application/x-ndjson", "text/csv", "application/geo+json", "text/markdown",
            "text/html", "text/calendar", "application/atom+xml", "application/vnd.google-earth.kml+xml",
            "application/ld+json", "application/vnd.citationstyles.csl+json", "application/x-bibtex",
            "application/graphml+xml", "application/pdf", "image/svg+xml", "image/png",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}) {
        http::Request request;
        request.method = "GET";
        request.accept = type;
        request.target = each.example();
        // A whole list has no pages.
        if (auto const limit = request.target.rfind("limit="); limit != std::string::npos)
          request.target.erase(limit - 1, 8);
        auto const answer = case_->send(request);
        EXPECT_EQ(answer.status, described.contains(type) ? 200 : 406) << each.id() << ' ' << type;
        expect_described(each, answer);
      }
    }
  }
}

/// The problems that a text names in backticks.
std::vector<Problem> named_in(std::string const& text) {
  std::vector<Problem> all;
  for (int i = 0; i < problem_count; ++i) {
    auto const problem = static_cast<Problem>(i);
    if (text.find('`' + std::string(name(problem)) + '`') != std::string::npos) all.push_back(problem);
  }
  return all;
}

TEST_F(Reference, NamesEachProblemUnderItsStatus) {
  Names statuses;
  for (auto const& each : test::operations()) {
    for (auto const& [status, response] : each.content["responses"].items()) {
      if (status[0] != '4') continue;
      statuses.insert(status);
      for (auto const problem : named_in(test::resolved(response)["description"]))
        EXPECT_EQ(std::to_string(wire::kind_of(problem).status), status) << each.id() << ' ' << name(problem);
    }
  }
  std::string const others = test::openapi()["components"]["responses"]["Problem"]["description"];
  for (auto const problem : named_in(others))
    EXPECT_NE(others.find(std::to_string(wire::kind_of(problem).status)), std::string::npos) << name(problem);
  auto const any = named_in(others);
  for (int i = 0; i < problem_count; ++i) {
    auto const problem = static_cast<Problem>(i);
    bool const told = statuses.contains(std::to_string(wire::kind_of(problem).status)) ||
                      std::find(any.begin(), any.end(), problem) != any.end();
    EXPECT_TRUE(told) << name(problem);
  }
}

}  // namespace
}  // namespace annals
