#include <gtest/gtest.h>

#include <cmath>

#include "support/case_service.hpp"
#include "support/editor.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;
using Faults = std::vector<std::string>;
using ThingNames = std::vector<std::string>;

/// Two datasets that each tell of the same shelling, and of something else.
class Duplicates : public testing::Test {
 protected:
  Duplicates() : editor_(database_.pool()) {
    for (std::string const dataset : {"a", "b"}) {
      editor_.put(dataset, {{"title", dataset}});
      bool const is_a = dataset == "a";
      editor_.put(dataset + "/places/town", {{"name", is_a ? "Stepanakert" : "Stepanagerd"},
                                             {"country", "AZ"},
                                             {"point", {is_a ? 46.75 : 46.78, 39.82}}});
      editor_.put(dataset + "/places/far", {{"name", "Baku"}, {"country", "AZ"}, {"point", {49.87, 40.41}}});
      editor_.put(dataset + "/actors/army", {{"name", is_a ? "Azerbaijani Army" : "Azerbaidzhani Army"},
                                             {"kind", "armed_force"},
                                             {"country", "AZ"}});
    }
    put("a/events/shelling", Json::object());
    put("b/events/shelling", {{"date", "2020-10-05"}, {"quantities", {{"fatalities", {{"best", 4}}}}}});
    put("a/events/talks",
        {{"type", "talks"}, {"title", "Ministers meet"}, {"place", "far"}, {"participants", Json::array()}});
    put("b/events/later", {{"date", "2021-03-01"}});
  }

  /// An event as the shelling in `a`, but for `other`.
  Json put(std::string const& path, Json const& other) {
    Json body{{"title", "Stepanakert is shelled"},
              {"type", "shelling"},
              {"status", "occurred"},
              {"date", "2020-10-04"},
              {"place", "town"},
              {"participants", Json::array({{{"role", "initiator"}, {"actor", "army"}}})},
              {"quantities", {{"fatalities", {{"best", 3}}}}}};
    body.update(other);
    return editor_.put(path, body);
  }
  Json items(std::string const& target) {
    auto const page = editor_.json(target);
    return page["items"];
  }
  Json items_for(std::string const& target, test::Editor::Options const& options) {
    auto const response = editor_.send("GET", target, "", options);
    EXPECT_EQ(response.status, 200) << response.body;
    return Json::parse(response.body)["items"];
  }
  ThingNames names_of(Json const& list) {
    ThingNames keys;
    for (auto const& item : list)
      keys.push_back(item["dataset"].get<std::string>() + "/" + item["key"].get<std::string>());
    return keys;
  }
  ThingNames similar(std::string const& thing, std::string const& more = "") {
    return names_of(items("/v1/datasets/" + thing + "/similar" + more));
  }
  http::Response decide(Json const& body) { return editor_.send("POST", "/v1/duplicates", body.dump()); }
  void restrict(std::string const& path) {
    test::Editor::Options options;
    options.if_match = "*";
    EXPECT_EQ(
        editor_.send("PATCH", "/v1/datasets/" + path, R"({"visibility": "restricted"})", options).status,
        200);
  }

  test::TestDatabase database_;
  test::Editor editor_;
};

Json const* find_reason(Json const& item, std::string const& reason) {
  for (auto const& each : item["reasons"]) {
    if (each["reason"] == reason) return &each;
  }
  return nullptr;
}

constexpr char const* pairs_of_both = "/v1/duplicates?dataset=a,b";
Json const same{{"a", "a/shelling"}, {"b", "b/shelling"}, {"decision", "same"}};
Json const different{{"a", "a/shelling"}, {"b", "b/shelling"}, {"decision", "different"}};

TEST_F(Duplicates, APairIsProposedWithItsScoreAndReasons) {
  auto const found = items(pairs_of_both);
  ASSERT_EQ(found.size(), 1U) << found;
  auto const& pair = found[0];
  EXPECT_EQ(pair["a"]["dataset"], "a");
  EXPECT_EQ(pair["a"]["key"], "shelling");
  EXPECT_EQ(pair["b"]["dataset"], "b");
  EXPECT_EQ(pair["b"]["place"]["name"], "Stepanagerd");
  EXPECT_EQ(pair["likely"], true);
  EXPECT_GT(pair["score"], 0.8);
  EXPECT_EQ((*find_reason(pair, "date"))["days"], 1);
  EXPECT_NEAR((*find_reason(pair, "distance"))["km"].get<double>(), 2.56, 0.01);
  EXPECT_EQ((*find_reason(pair, "deaths"))["apart"], 1);
  EXPECT_EQ((*find_reason(pair, "actors"))["actors"],
            Json::parse(R"([{"a": "Azerbaijani Army", "b": "Azerbaidzhani Army"}])"));
  EXPECT_EQ((*find_reason(pair, "words"))["words"], Json::parse(R"(["shelled", "stepanakert"])"));
  double sum = -3;
  for (auto const& reason : pair["reasons"]) sum += reason["weight"].get<double>();
  EXPECT_NEAR(pair["score"].get<double>(), 1 / (1 + std::exp(-sum)), 0.001);
}

TEST_F(Duplicates, DaysAndKilometresAreTheLimitsOfWhatIsCompared) {
  EXPECT_EQ(items(std::string(pairs_of_both) + "&days=0").size(), 0U);
  EXPECT_EQ(items(std::string(pairs_of_both) + "&km=2.5").size(), 0U);
  EXPECT_EQ(items(std::string(pairs_of_both) + "&km=2.6&days=1").size(), 1U);
  EXPECT_EQ(items(std::string(pairs_of_both) + "&min_score=1").size(), 0U);
  for (auto const* wrong : {"days=-1", "days=32", "days=x", "km=101", "km=-1", "km=nan", "min_score=2",
                            "dataset=a&dataset=b", "nonsense=1"})
    EXPECT_EQ(test::problem_of(editor_.get(std::string("/v1/duplicates?") + wrong)), "invalid-parameter")
        << wrong;
  EXPECT_EQ(test::problem_of(editor_.get("/v1/duplicates?as_of=2026-01-01T00:00:00Z")), "not-with-as-of");
  EXPECT_EQ(editor_.get("/v1/duplicates?dataset=absent").status, 404);
}

TEST_F(Duplicates, VagueDaysAreComparedByTheDaysTheyAllow) {
  put("b/events/shelling", {{"date", "2020-10"}});
  EXPECT_EQ(items(pairs_of_both).size(), 1U);
  put("b/events/shelling", {{"date", "[2020-09-01..2020-10-02]"}});
  EXPECT_EQ(items(pairs_of_both).size(), 0U);
  EXPECT_EQ(items(std::string(pairs_of_both) + "&days=2").size(), 1U);
  put("b/events/shelling", {{"date", "2020-10-05/2024-01-01"}});
  EXPECT_EQ(items(pairs_of_both).size(), 1U);
  put("b/events/shelling", {{"date", nullptr}});
  EXPECT_EQ(items(pairs_of_both).size(), 0U);
  EXPECT_EQ(similar("b/events/shelling"), ThingNames{}) << "without a date there is nothing to look for";
}

TEST_F(Duplicates, WithoutAPointTheCountryMustBeTheSame) {
  editor_.put("b/places/town", {{"name", "Stepanagerd"}, {"country", "AZ"}});
  auto const found = items(std::string(pairs_of_both) + "&min_score=0");
  ASSERT_EQ(found.size(), 2U) << "the talks are in the country as well";
  EXPECT_EQ(found[0]["a"]["key"], "shelling");
  EXPECT_NE(find_reason(found[0], "country"), nullptr);
  EXPECT_EQ(similar("a/events/shelling"), ThingNames{"b/shelling"});
  EXPECT_EQ(similar("b/events/shelling"), ThingNames{"a/shelling"}) << "whichever has no point";
  editor_.put("b/places/town", {{"name", "Stepanagerd"}, {"country", "AM"}});
  EXPECT_EQ(items(std::string(pairs_of_both) + "&min_score=0").size(), 0U);
}

TEST_F(Duplicates, AcrossTheAntimeridianIsNear) {
  for (std::string const dataset : {"a", "b"})
    editor_.put(
        dataset + "/places/town",
        {{"name", "Taveuni"}, {"country", "FJ"}, {"point", {dataset == "a" ? 179.99 : -179.99, -16.8}}});
  EXPECT_EQ(items(pairs_of_both).size(), 1U);
  EXPECT_EQ(similar("b/events/shelling"), ThingNames{"a/shelling"});
}

TEST_F(Duplicates, OfOneDatasetThoseWithinIt) {
  EXPECT_EQ(items("/v1/duplicates?dataset=a").size(), 0U);
  put("a/events/again", Json::object());
  auto const found = items("/v1/duplicates?dataset=a");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]["a"]["key"], "shelling");
  EXPECT_EQ(found[0]["b"]["key"], "again");
  EXPECT_EQ(items(pairs_of_both).size(), 2U) << "each with that of the other dataset";
  EXPECT_EQ(items("/v1/duplicates").size(), 2U);
}

TEST_F(Duplicates, OfOneEventThoseOfEveryDatasetBestFirst) {
  put("a/events/again", {{"date", "2020-10-03"}, {"quantities", {{"fatalities", {{"best", 9}}}}}});
  EXPECT_EQ(similar("a/events/shelling"), (ThingNames{"b/shelling", "a/again"}));
  EXPECT_EQ(similar("a/events/shelling", "?dataset=b"), ThingNames{"b/shelling"});
  EXPECT_EQ(similar("a/events/again"), ThingNames{"a/shelling"}) << "also what came behind it";
  EXPECT_EQ(similar("a/events/again", "?days=2").size(), 2U);
  EXPECT_EQ(editor_.get("/v1/datasets/a/events/absent/similar").status, 404);
  EXPECT_EQ(editor_.get("/v1/datasets/absent/events/shelling/similar").status, 404);
  EXPECT_EQ(editor_.get("/v1/datasets/a/events/shelling/similar?dataset=absent").status, 404);
}

TEST_F(Duplicates, PagesHaveEveryPairOnceBestFirst) {
  for (int i = 0; i < 6; ++i) {
    Json const deaths{{"quantities", {{"fatalities", {{"best", 3 + i % 3 * 2}}}}}};
    put("a/events/e" + std::to_string(i), deaths);
    put("b/events/e" + std::to_string(i), deaths);
  }
  auto const all = items(std::string(pairs_of_both) + "&min_score=0&limit=1000");
  EXPECT_EQ(all.size(), 7U * 7U);
  for (std::size_t i = 1; i < all.size(); ++i) EXPECT_GE(all[i - 1]["score"], all[i]["score"]);
  Json paged = Json::array();
  for (Json next = std::string(pairs_of_both) + "&min_score=0&limit=5&total=true"; !next.is_null();) {
    auto const page = editor_.json(next);
    EXPECT_EQ(page["total"], all.size());
    EXPECT_LE(page["items"].size(), 5U);
    for (auto const& item : page["items"]) paged.push_back(item);
    next = page["next"];
  }
  EXPECT_EQ(paged, all);
  ThingNames names;
  for (Json next = "/v1/datasets/a/events/e0/similar?min_score=0&limit=4"; !next.is_null();) {
    auto const page = editor_.json(next);
    auto const more = names_of(page["items"]);
    names.insert(names.end(), more.begin(), more.end());
    next = page["next"];
  }
  EXPECT_EQ(names, similar("a/events/e0", "?min_score=0&limit=1000"));
  EXPECT_EQ(names.size(), 6U + 7U);
  EXPECT_EQ(test::problem_of(editor_.get(std::string(pairs_of_both) + "&cursor=nonsense")), "bad-cursor");
}

TEST_F(Duplicates, TheSameBecomesARelationAndIsProposedNoMore) {
  auto const decided = decide(same);
  EXPECT_EQ(decided.status, 200) << decided.body;
  EXPECT_EQ(
      Json::parse(decided.body),
      Json::parse(
          R"({"kind": "event", "a": "a/shelling", "b": "b/shelling", "decision": "same", "note": null})"));
  EXPECT_EQ(editor_.get("/v1/datasets/a/events/shelling/relations/same_as/b/shelling").status, 200);
  EXPECT_EQ(editor_.json("/v1/datasets/a/events/shelling")["version"], 2);
  EXPECT_EQ(items(pairs_of_both).size(), 0U);
  EXPECT_EQ(similar("a/events/shelling"), ThingNames{});
  EXPECT_EQ(similar("b/events/shelling"), ThingNames{});
  Json const turned{{"a", "b/shelling"}, {"b", "a/shelling"}, {"decision", "same"}};
  EXPECT_EQ(decide(turned).status, 200);
  EXPECT_EQ(editor_.json("/v1/datasets/b/events/shelling")["version"], 1) << "they are linked already";
  auto const history = editor_.json("/v1/datasets/a/events/shelling/history");
  EXPECT_EQ(history["items"].size(), 2U);
}

TEST_F(Duplicates, TheDifferentIsRememberedAndTheLaterDecisionCounts) {
  auto with_note = different;
  with_note["note"] = "another street";
  EXPECT_EQ(Json::parse(decide(with_note).body)["note"], "another street");
  EXPECT_EQ(items(pairs_of_both).size(), 0U);
  EXPECT_EQ(similar("b/events/shelling"), ThingNames{});
  EXPECT_EQ(editor_.json("/v1/datasets/a/events/shelling")["version"], 1) << "it is as it was";
  EXPECT_EQ(decide(same).status, 200);
  EXPECT_EQ(editor_.get("/v1/datasets/a/events/shelling/relations/same_as/b/shelling").status, 200);
  EXPECT_EQ(decide(different).status, 200);
  EXPECT_EQ(editor_.get("/v1/datasets/a/events/shelling/relations/same_as/b/shelling").status, 404);
  EXPECT_EQ(items(pairs_of_both).size(), 0U);
}

TEST_F(Duplicates, WhatWasDecidedEndsWithEitherDataset) {
  EXPECT_EQ(decide(different).status, 200);
  for (std::string const dataset : {"b", "a"}) {
    EXPECT_EQ(editor_.remove(dataset + "?cascade=true").status, 204);
    int left = -1;
    database_.pool().in_transaction(db::Access::read, [&](db::Transaction& transaction) {
      left = transaction.run("select count(*) as count from distinct_pair")[0].small("count");
    });
    EXPECT_EQ(left, 0) << dataset;
    if (dataset == "a") break;
    editor_.put("b", {{"title", "b"}});
    put("b/events/shelling", {{"place", nullptr}, {"participants", Json::array()}});
    EXPECT_EQ(decide(different).status, 200);
  }
}

TEST_F(Duplicates, ADecisionIsRefusedWithItsReasons) {
  auto const faults = [&](Json const& body) { return test::faults_of(decide(body)); };
  EXPECT_EQ(faults(Json::object()), (Faults{"/a required", "/b required", "/decision required"}));
  auto const with = [](char const* member, Json const& value) {
    auto body = different;
    body[member] = value;
    return body;
  };
  EXPECT_EQ(faults(with("a", "a/absent")), Faults{"/a unknown-reference"});
  EXPECT_EQ(faults(with("b", "absent/shelling")), Faults{"/b unknown-reference"});
  EXPECT_EQ(faults(with("a", "shelling")), Faults{"/a invalid-value"});
  EXPECT_EQ(faults(with("a", "b/shelling")), Faults{"/b invalid-value"});
  EXPECT_EQ(faults(with("decision", "perhaps")), Faults{"/decision invalid-value"});
  EXPECT_EQ(faults(with("kind", "source")), Faults{"/kind invalid-value"});
  EXPECT_EQ(faults(with("colour", "red")), Faults{"/colour unknown-member"});
  EXPECT_EQ(faults({{"kind", "actor"}, {"a", "a/army"}, {"b", "b/army"}, {"decision", "same"}}),
            Faults{"/decision invalid-value"});
  test::Editor::Options anonymous;
  anonymous.anonymous = true;
  EXPECT_EQ(editor_.send("POST", "/v1/duplicates", same.dump(), anonymous).status, 401);
  EXPECT_EQ(items(pairs_of_both).size(), 1U);
}

TEST_F(Duplicates, WhatIsHiddenIsNotProposedAndChangesNoScore) {
  test::Editor::Options anonymous;
  anonymous.anonymous = true;
  auto const before = items_for(pairs_of_both, anonymous);
  ASSERT_EQ(before.size(), 1U);
  put("b/events/secret", {{"visibility", "restricted"}});
  EXPECT_EQ(items(pairs_of_both).size(), 2U);
  EXPECT_EQ(items_for(pairs_of_both, anonymous), before);
  EXPECT_EQ(items_for("/v1/datasets/a/events/shelling/similar", anonymous).size(), 1U);
  restrict("b/actors/army");
  auto const without_actor = items_for(pairs_of_both, anonymous);
  ASSERT_EQ(without_actor.size(), 1U);
  EXPECT_EQ(find_reason(without_actor[0], "actors"), nullptr);
  EXPECT_NE(find_reason(items(pairs_of_both)[0], "actors"), nullptr);
  EXPECT_EQ(items_for("/v1/datasets/a/actors/army/similar", anonymous).size(), 0U);
  restrict("b/places/town");
  EXPECT_EQ(items_for(pairs_of_both, anonymous).size(), 0U) << "it has no place for who does not see it";
  restrict("b");
  EXPECT_EQ(editor_.send("GET", pairs_of_both, "", anonymous).status, 404);
  EXPECT_EQ(items_for("/v1/duplicates", anonymous).size(), 0U);
  EXPECT_EQ(items_for("/v1/datasets/a/places/far/similar", anonymous).size(), 0U);
  EXPECT_EQ(editor_.send("GET", "/v1/datasets/b/events/shelling/similar", "", anonymous).status, 404);
}

TEST_F(Duplicates, ActorsAreProposedByNamesAndAliases) {
  EXPECT_EQ(similar("a/actors/army"), ThingNames{"b/army"});
  auto const proposal = items("/v1/datasets/a/actors/army/similar")[0];
  EXPECT_EQ(proposal["name"], "Azerbaidzhani Army");
  EXPECT_EQ((*find_reason(proposal, "country"))["same"], true);
  EXPECT_EQ((*find_reason(proposal, "name"))["other"], "Azerbaidzhani Army");
  editor_.put(
      "a/actors/other",
      {{"name", "Ordu"}, {"kind", "armed_force"}, {"aliases", {"Army of Azerbaijan", "Azerbaijani army"}}});
  EXPECT_EQ(similar("a/actors/army"), (ThingNames{"a/other", "b/army"}));
  auto const alias = items("/v1/datasets/a/actors/army/similar")[0];
  EXPECT_EQ((*find_reason(alias, "alias"))["likeness"], 1.0);
  EXPECT_EQ(similar("a/actors/army", "?dataset=b"), ThingNames{"b/army"});
  EXPECT_EQ(editor_.get("/v1/datasets/a/actors/absent/similar").status, 404);
  EXPECT_EQ(editor_.get("/v1/datasets/a/actors/army/similar?dataset=absent").status, 404);
}

TEST_F(Duplicates, LinkedAndPartedActorsAreNotProposedAgain) {
  editor_.put("b/actors/army/relations/r", {{"relation", "same_as"}, {"other", "a/army"}});
  EXPECT_EQ(similar("a/actors/army"), ThingNames{});
  EXPECT_EQ(similar("b/actors/army"), ThingNames{}) << "in either direction";
  EXPECT_EQ(editor_.remove("b/actors/army/relations/r").status, 204);
  EXPECT_EQ(similar("a/actors/army"), ThingNames{"b/army"});
  EXPECT_EQ(decide({{"kind", "actor"}, {"a", "b/army"}, {"b", "a/army"}, {"decision", "different"}}).status,
            200);
  EXPECT_EQ(similar("a/actors/army"), ThingNames{});
  EXPECT_EQ(similar("b/actors/army"), ThingNames{});
}

TEST_F(Duplicates, PlacesAreProposedByNameAndDistanceAPageAtATime) {
  EXPECT_EQ(similar("a/places/far"), ThingNames{"b/far"});
  editor_.put("b/places/elsewhere", {{"name", "Baku"}, {"country", "AZ"}, {"point", {46.0, 40.0}}});
  editor_.put("b/places/vague", {{"name", "Baku"}, {"country", "AZ"}});
  EXPECT_EQ(similar("a/places/far"), (ThingNames{"b/far", "b/vague"})) << "a name far away is another place";
  auto const first = editor_.json("/v1/datasets/a/places/far/similar?limit=1&total=true");
  EXPECT_EQ(first["total"], 2);
  EXPECT_EQ((*find_reason(first["items"][0], "distance"))["km"], 0.0);
  auto const second = editor_.json(first["next"]);
  EXPECT_EQ(names_of(second["items"]), ThingNames{"b/vague"});
  EXPECT_EQ(second["next"], nullptr);
  EXPECT_EQ(decide({{"kind", "place"}, {"a", "a/far"}, {"b", "b/far"}, {"decision", "different"}}).status,
            200);
  EXPECT_EQ(similar("a/places/far"), ThingNames{"b/vague"});
}

}  // namespace
}  // namespace annals
