#include <gtest/gtest.h>

#include "support/case_service.hpp"
#include "support/editor.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;
using Faults = std::vector<std::string>;

/// A dataset with one of each thing.
class Write : public testing::Test {
 protected:
  Write() : editor_(database_.pool()) {
    editor_.put("d", {{"title", "D"}});
    editor_.put("d/places/region", {{"name", "Region"}, {"country", "AZ"}});
    editor_.put("d/places/town", {{"name", "Town"}, {"within", "region"}, {"point", {46.5, 39.5}}});
    editor_.put("d/actors/army", {{"name", "Army"}, {"kind", "armed_force"}, {"aliases", {"The Army"}}});
    editor_.put("d/sources/paper", {{"kind", "news"}, {"title", "Paper"}, {"published", "2024-01-02"}});
    editor_.put("d/events/e", event());
    editor_.put("d/claims/c",
                {{"event", "e"}, {"source", "paper"}, {"stance", "asserts"}, {"claimant", "army"}});
  }

  static Json event() {
    return {{"title", "E"},
            {"type", "military.deployment"},
            {"status", "occurred"},
            {"date", "2024-01-01"},
            {"place", "town"},
            {"participants", {{{"role", "initiator"}, {"actor", "army"}}}},
            {"quantities", {{"troops", {{"low", 10}, {"high", 20}}}}},
            {"tags", {"a|b", "c\\d"}},
            {"attributes", {{"aircraft", "Il-76"}, {"__proto__", "x"}}}};
  }
  http::Response send(std::string const& method, std::string const& path, std::string const& body,
                      std::string const& if_match = "") {
    test::Editor::Options options;
    options.if_match = if_match;
    return editor_.send(method, "/v1/datasets/" + path, body, options);
  }
  Faults refused(std::string const& path, Json const& body, int status = 422) {
    auto const response = send("PUT", path, body.dump());
    EXPECT_EQ(response.status, status) << response.body;
    return test::faults_of(response);
  }

  test::TestDatabase database_;
  test::Editor editor_;
};

TEST_F(Write, WhatIsWrittenIsRead) {
  auto const got = editor_.json("/v1/datasets/d/events/e");
  EXPECT_EQ(got["version"], 1);
  EXPECT_EQ(got["title"], "E");
  EXPECT_EQ(got["date"]["edtf"], "2024-01-01");
  EXPECT_EQ(got["place"]["name"], "Town");
  EXPECT_EQ(got["participants"][0]["name"], "Army");
  EXPECT_EQ(got["quantities"]["troops"], Json::parse(R"({"low": 10, "high": 20})"));
  EXPECT_EQ(got["tags"], Json::parse(R"(["a|b", "c\\d"])"));
  EXPECT_EQ(got["attributes"]["__proto__"], "x");
  EXPECT_EQ(got["claim_count"], 1);
  EXPECT_EQ(got["created_at"], got["updated_at"]);
  EXPECT_EQ(editor_.json("/v1/events?actor=the%20army&place=region&date=2024")["items"].size(), 1U);
}

TEST_F(Write, ANewThingIs201WithItsPlaceAndVersion) {
  auto const response = send("PUT", "d/actors/new", R"({"name": "New", "kind": "person"})");
  EXPECT_EQ(response.status, 201);
  EXPECT_EQ(test::header_of(response, "Location"), "/v1/datasets/d/actors/new");
  EXPECT_EQ(test::header_of(response, "ETag"), "\"1\"");
  auto const posted = send("POST", "d/actors", R"({"name": "Posted", "kind": "person"})");
  EXPECT_EQ(posted.status, 201);
  std::string const key = Json::parse(posted.body)["key"];
  EXPECT_EQ(key.size(), 36U);
  EXPECT_EQ(key[14], '7') << "a UUID of version 7";
  EXPECT_EQ(test::header_of(posted, "Location"), "/v1/datasets/d/actors/" + key);
  EXPECT_EQ(test::problem_of(send("POST", "d/actors", R"({"key": "new", "name": "N", "kind": "person"})")),
            "exists");
}

TEST_F(Write, ChangingNeedsTheVersionThatWasRead) {
  auto body = event();
  body["title"] = "Changed";
  EXPECT_EQ(test::problem_of(send("PUT", "d/events/e", body.dump())), "precondition-required");
  EXPECT_EQ(test::problem_of(send("PUT", "d/events/e", body.dump(), "\"7\"")), "precondition-failed");
  EXPECT_EQ(test::problem_of(send("PUT", "d/events/absent", body.dump(), "*")), "precondition-failed");
  for (auto const* garbage : {"5", "\"", "W/", "\"1\"x", "\"1\",", ","})
    EXPECT_EQ(test::problem_of(send("PUT", "d/events/e", body.dump(), garbage)), "bad-etag") << garbage;
  std::string many = "\"1\"";
  for (int i = 0; i < 1000; ++i) many += ",\"1\"";
  EXPECT_EQ(test::problem_of(send("PUT", "d/events/e", body.dump(), many)), "bad-etag");
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e")["version"], 1);
  auto const changed = send("PUT", "d/events/e", body.dump(), "W/\"1\"");
  EXPECT_EQ(changed.status, 200);
  EXPECT_EQ(test::header_of(changed, "ETag"), "\"2\"");
  EXPECT_EQ(send("PUT", "d/events/e", body.dump(), "\"9\", \"2\"").status, 200);
  test::Editor::Options only_new;
  only_new.if_none_match = "*";
  EXPECT_EQ(test::problem_of(editor_.send("PUT", "/v1/datasets/d/events/e", body.dump(), only_new)),
            "precondition-failed");
}

TEST_F(Write, WhatIsAsItWasMakesNoVersion) {
  auto const before = editor_.json("/v1/datasets/d/events/e");
  EXPECT_EQ(send("PUT", "d/events/e", before.dump(), "\"1\"").status, 200) << "sent back as it was read";
  EXPECT_EQ(send("PATCH", "d/events/e", "{}", "\"1\"").status, 200);
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e"), before);
}

TEST_F(Write, APatchChangesOnlyWhatItNames) {
  auto const before = editor_.json("/v1/datasets/d/events/e");
  auto const response =
      send("PATCH", "d/events/e",
           R"({"title": "P", "place": {"key": "region"}, "attributes": {"aircraft": null}, "date": null})",
           "\"1\"");
  ASSERT_EQ(response.status, 200) << response.body;
  auto expected = before;
  auto const after = Json::parse(response.body);
  expected["title"] = "P";
  expected["date"] = nullptr;
  expected["attributes"].erase("aircraft");
  expected["place"] = Json{
      {"key", "region"}, {"name", "Region"}, {"point", nullptr}, {"precision", nullptr}, {"country", "AZ"}};
  expected["version"] = 2;
  expected["updated_at"] = after["updated_at"];
  EXPECT_EQ(after, expected);
  EXPECT_GT(after["updated_at"], before["updated_at"]);
}

TEST_F(Write, WhatOnlyTheServiceSetsMayBeSentBackButNotChanged) {
  auto body = editor_.json("/v1/datasets/d/events/e");
  body["title"] = "Other";
  body["version"] = 9;
  body["claim_count"] = 5;
  body["participants"][0]["name"] = "Nobody";
  auto const response = send("PUT", "d/events/e", body.dump(), "\"1\"");
  EXPECT_EQ(response.status, 422);
  EXPECT_EQ(test::faults_of(response), (Faults{"/claim_count read-only-field", "/version read-only-field",
                                               "/participants/0/name read-only-field"}));
  EXPECT_EQ(test::faults_of(send("PATCH", "d/events/e", R"({"key": "other"})", "\"1\"")),
            Faults{"/key read-only-field"});
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e")["title"], "E") << "nothing of it is stored";
}

TEST_F(Write, EveryFaultOfABodyIsToldAtItsPlace) {
  EXPECT_EQ(refused("d/events/x", Json::object()),
            (Faults{"/title required", "/type required", "/status required"}));
  EXPECT_EQ(refused("d/events/x", Json::array()), Faults{" required"});
  auto wrong = [&](char const* member, Json value) {
    auto body = event();
    body[member] = std::move(value);
    return refused("d/events/x", body);
  };
  EXPECT_EQ(wrong("status", "done"), Faults{"/status invalid-value"});
  EXPECT_EQ(wrong("title", 5), Faults{"/title invalid-value"});
  EXPECT_EQ(wrong("date", "2024-13"), Faults{"/date invalid-date"});
  EXPECT_EQ(wrong("date", "2024/2020"), Faults{"/date reversed-interval"});
  EXPECT_EQ(wrong("place", "nowhere"), Faults{"/place unknown-reference"});
  EXPECT_EQ(wrong("participants", Json::parse(R"([{"role": "x", "actor": "nobody"}])")),
            Faults{"/participants/0/actor unknown-reference"});
  EXPECT_EQ(wrong("quantities", Json::parse(R"({"troops": {"best": 1.5}})")),
            Faults{"/quantities/troops/best invalid-value"});
  EXPECT_EQ(wrong("tags", Json::parse(R"(["ok", ""])")), Faults{"/tags/1 invalid-value"});
  EXPECT_EQ(wrong("colour", "red"), Faults{"/colour unknown-member"});
  EXPECT_EQ(wrong("title", "a\u202E"), Faults{"/title unbalanced-bidi"});
  EXPECT_EQ(refused("d/places/x", {{"name", "X"}, {"point", {181, 0}}}), Faults{"/point invalid-point"});
  EXPECT_EQ(refused("d/sources/x", {{"kind", "news"}, {"title", "X"}, {"url", "file:///etc"}}),
            Faults{"/url bad-url"});
  EXPECT_EQ(refused("d/actors/a..b", {{"name", "X"}, {"kind", "person"}}), Faults{"/key invalid-key"});
  EXPECT_EQ(editor_.json("/v1/datasets/d/events?total=true")["total"], 1);
}

TEST_F(Write, AWarningIsNoFault) {
  auto const response =
      send("PUT", "d/places/far", R"({"name": "Far", "country": "AZ", "point": [39.5, 46.5]})");
  EXPECT_EQ(response.status, 201);
  EXPECT_NE(test::header_of(response, "Annals-Warning").find("point-outside-country /point"),
            std::string::npos);
}

TEST_F(Write, NothingLeadsBackToItself) {
  EXPECT_EQ(test::faults_of(send("PATCH", "d/places/region", R"({"within": "town"})", "*")),
            Faults{"/within cycle"});
  EXPECT_EQ(test::faults_of(send("PATCH", "d/places/region", R"({"within": "region"})", "*")),
            Faults{"/within cycle"});
  EXPECT_EQ(test::faults_of(send("PATCH", "d/claims/c", R"({"answers": "c"})", "*")),
            Faults{"/answers cycle"});
  EXPECT_EQ(test::faults_of(send("PUT", "d/events/e/relations/causes/e", "{}")), Faults{"/other cycle"});
  EXPECT_EQ(test::faults_of(
                send("PUT", "d/actors/army/relations/r", R"({"relation": "part_of", "other": "army"})")),
            Faults{"/other cycle"});
}

TEST_F(Write, WhatOthersUseIsDeletedOnlyWithThem) {
  auto const response = editor_.remove("d/places/region");
  EXPECT_EQ(response.status, 409);
  EXPECT_EQ(test::faults_of(response), Faults{"places/town in-use"});
  EXPECT_EQ(test::problem_of(send("DELETE", "d/places/region", "")), "precondition-required");
  EXPECT_EQ(editor_.remove("d/places/region?cascade=true").status, 204);
  for (auto const* gone : {"places/region", "places/town", "events/e", "claims/c"})
    EXPECT_EQ(editor_.get(std::string("/v1/datasets/d/") + gone).status, 404) << gone;
  for (auto const* left : {"actors/army", "sources/paper"})
    EXPECT_EQ(editor_.get(std::string("/v1/datasets/d/") + left).status, 200) << left;
  EXPECT_EQ(editor_.remove("d/actors/army").status, 204);
  EXPECT_EQ(editor_.remove("d/actors/army").status, 404);
}

TEST_F(Write, ADeletedKeyGoesOnCounting) {
  EXPECT_EQ(editor_.remove("d/claims/c").status, 204);
  auto const again = editor_.put("d/claims/c", {{"event", "e"}, {"source", "paper"}, {"stance", "denies"}});
  EXPECT_EQ(again["version"], 3);
  EXPECT_EQ(again["created_at"], again["updated_at"]);
}

TEST_F(Write, RelationsAreVersionsOfTheEventTheyStartFrom) {
  editor_.put("d/events/f", event());
  auto const made = send("PUT", "d/events/e/relations/starts/f", R"({"note": "why"})");
  EXPECT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(Json::parse(made.body), editor_.json("/v1/datasets/d/events/e/relations/starts/f"));
  EXPECT_EQ(send("PUT", "d/events/e/relations/starts/f", R"({"note": "why"})").status, 200);
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e")["version"], 2);
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/f")["version"], 1);
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e/relations/starts/f")["note"], "why");
  EXPECT_EQ(test::faults_of(send("PUT", "d/events/e/relations/begins/f", "{}")),
            Faults{"/relation invalid-value"});
  EXPECT_EQ(test::faults_of(send("PUT", "d/events/e/relations/starts/absent", "{}")),
            Faults{"/other unknown-reference"});
  EXPECT_EQ(send("PUT", "d/events/e/relations/same_as/elsewhere/x", "").status, 201) << "it may come later";
  auto const sent_back = [&](char const* dataset, char const* other) {
    Json const body{{"event", "e"}, {"relation", "same_as"}, {"dataset", dataset}, {"other", other}};
    return send("PUT", "d/events/e/relations/same_as/elsewhere/x", body.dump());
  };
  EXPECT_EQ(sent_back("elsewhere", "x").status, 200);
  EXPECT_EQ(test::faults_of(sent_back("d", "y")),
            (Faults{"/dataset read-only-field", "/other read-only-field"}));
  EXPECT_EQ(test::faults_of(editor_.remove("d/events/f")), Faults{"events/e/relations/starts/f in-use"});
  EXPECT_EQ(editor_.remove("d/events/f?cascade=true").status, 204);
  EXPECT_EQ(editor_.get("/v1/datasets/d/events/e/relations/starts/f").status, 404);
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e")["version"], 4);
  EXPECT_EQ(send("DELETE", "d/events/e/relations/same_as/elsewhere/x", "").status, 204);
  EXPECT_EQ(send("DELETE", "d/events/e/relations/same_as/elsewhere/x", "").status, 404);
}

TEST_F(Write, AnActorsRelationHasItsOwnKeyAndVersion) {
  editor_.put("d/actors/ministry", {{"name", "Ministry"}, {"kind", "government_agency"}});
  auto const made = send("PUT", "d/actors/army/relations/r",
                         R"({"relation": "part_of", "other": "ministry", "date": "2020/2022"})");
  EXPECT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(Json::parse(made.body)["other_name"], "Ministry");
  EXPECT_EQ(test::problem_of(send("PUT", "d/actors/ministry/relations/r",
                                  R"({"relation": "part_of", "other": "army"})", "*")),
            "exists");
  EXPECT_EQ(editor_.remove("d/actors/ministry/relations/r").status, 404) << "it is another's";
  EXPECT_EQ(send("DELETE", "d/actors/ministry/relations/r", "", "\"9\"").status, 404)
      << "whatever its version";
  EXPECT_EQ(send("PUT", "d/actors/absent/relations/r2", R"({"relation": "part_of", "other": "army"})").status,
            404);
  EXPECT_EQ(editor_.json("/v1/events?actor=ministry&actor_tree=true")["items"].size(), 0U)
      << "it was not then";
  EXPECT_EQ(
      send("PUT", "d/actors/army/relations/r", R"({"relation": "part_of", "other": "ministry"})", "\"1\"")
          .status,
      200);
  EXPECT_EQ(editor_.json("/v1/events?actor=ministry&actor_tree=true")["items"].size(), 1U);
  EXPECT_EQ(test::faults_of(editor_.remove("d/actors/ministry")), Faults{"actor_relations/r in-use"});
  EXPECT_EQ(editor_.remove("d/actors/army/relations/r").status, 204);
  EXPECT_EQ(editor_.remove("d/actors/ministry").status, 204);
}

TEST_F(Write, DerivedValuesAreRightAfterEveryChange) {
  auto const disputed = [&] { return editor_.json("/v1/datasets/d/events/e")["disputed"]; };
  editor_.put("d/claims/c", {{"event", "e"},
                             {"source", "paper"},
                             {"stance", "asserts"},
                             {"quantities", {{"troops", {{"best", 5}}}}}});
  editor_.put("d/claims/c2", {{"event", "e"},
                              {"source", "paper"},
                              {"stance", "asserts"},
                              {"quantities", {{"troops", {{"best", 6}}}}}});
  EXPECT_EQ(disputed(), Json::parse(R"(["quantities.troops"])"));
  EXPECT_EQ(editor_.json("/v1/events?disputed=true")["items"].size(), 1U);
  editor_.put("d/claims/c3",
              {{"event", "e"}, {"source", "paper"}, {"stance", "retracts"}, {"answers", "c2"}});
  EXPECT_EQ(disputed(), Json::array());
  EXPECT_EQ(editor_.remove("d/claims/c3").status, 204);
  EXPECT_EQ(disputed(), Json::parse(R"(["quantities.troops"])"));
  EXPECT_EQ(send("PATCH", "d/claims/c2", R"({"quantities": {"troops": {"best": 5}}})", "*").status, 200);
  EXPECT_EQ(disputed(), Json::array());
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e")["claim_count"], 2);
  EXPECT_EQ(send("PATCH", "d/actors/army", R"({"name": "Forces", "aliases": []})", "*").status, 200);
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e")["participants"][0]["name"], "Forces");
  EXPECT_EQ(editor_.json("/v1/events?actor=forces")["items"].size(), 1U);
  EXPECT_EQ(editor_.json("/v1/events?actor=the%20army")["items"].size(), 0U);
  EXPECT_EQ(editor_.json("/v1/events?q=forces")["items"].size(), 1U);
}

TEST_F(Write, ARepeatedPostGetsTheFirstAnswer) {
  test::Editor::Options options;
  options.idempotency_key = "k1";
  auto const target = "/v1/datasets/d/actors";
  std::string const body = R"({"name": "Once", "kind": "person"})";
  auto const first = editor_.send("POST", target, body, options);
  auto const second = editor_.send("POST", target, body, options);
  EXPECT_EQ(first.status, 201);
  EXPECT_EQ(second.status, 201);
  EXPECT_EQ(first.body, second.body);
  EXPECT_EQ(test::header_of(first, "Location"), test::header_of(second, "Location"));
  EXPECT_EQ(editor_.json("/v1/actors?q=once")["items"].size(), 1U);
  EXPECT_EQ(test::problem_of(editor_.send("POST", target, R"({"name": "Twice", "kind": "person"})", options)),
            "key-reused");
  test::Editor other(database_.pool(), "another");
  EXPECT_EQ(other.send("POST", target, R"({"name": "Twice", "kind": "person"})", options).status, 201)
      << "another caller's";
  options.idempotency_key = std::string(10000, 'k');
  EXPECT_EQ(editor_.send("POST", target, body, options).status, 400);
}

TEST_F(Write, DatasetsAreWrittenTheSameWay) {
  EXPECT_EQ(test::problem_of(send("PUT", "d", R"({"title": "E"})")), "precondition-required");
  EXPECT_EQ(send("PATCH", "d", R"({"licence": "CC0-1.0"})", "\"1\"").status, 200);
  EXPECT_EQ(editor_.json("/v1/datasets/d")["version"], 2);
  EXPECT_EQ(editor_.remove("d").status, 409);
  EXPECT_EQ(editor_.remove("d?cascade=true").status, 204);
  EXPECT_EQ(editor_.get("/v1/datasets/d").status, 404);
  EXPECT_EQ(editor_.json("/v1/events")["items"].size(), 0U);
  EXPECT_EQ(editor_.put("d", {{"title", "Again"}})["version"], 4);
  EXPECT_EQ(editor_.put("d/events/e", {{"title", "E"}, {"type", "x"}, {"status", "occurred"}})["version"], 3);
}

TEST_F(Write, WhatIsNotPublicIsSeenByKeysAlone) {
  EXPECT_EQ(send("PATCH", "d/events/e", R"({"visibility": "restricted"})", "*").status, 200);
  test::Editor::Options anonymous;
  anonymous.anonymous = true;
  EXPECT_EQ(editor_.send("GET", "/v1/datasets/d/events/e", "", anonymous).status, 404);
  EXPECT_EQ(editor_.send("GET", "/v1/datasets/d/claims/c", "", anonymous).status, 404);
  EXPECT_EQ(editor_.get("/v1/datasets/d/events/e").status, 200);
}

TEST_F(Write, BodiesMustSayWhatTheyAre) {
  test::Editor::Options text;
  text.content_type = "text/plain";
  EXPECT_EQ(test::problem_of(editor_.send("PUT", "/v1/datasets/d/actors/x", "{}", text)), "unsupported-type");
  text.content_type = "";
  EXPECT_EQ(test::problem_of(editor_.send("PUT", "/v1/datasets/d/actors/x", "{}", text)), "unsupported-type");
  text.content_type = "application/json; charset=utf-8";
  EXPECT_EQ(editor_.send("PUT", "/v1/datasets/d/actors/x", R"({"name": "X", "kind": "person"})", text).status,
            201);
  EXPECT_EQ(test::problem_of(send("PUT", "d/actors/y", "")), "bad-json");
  EXPECT_EQ(test::problem_of(send("PUT", "absent/actors/y", R"({"name": "X", "kind": "person"})")),
            "not-found");
}

}  // namespace
}  // namespace annals
