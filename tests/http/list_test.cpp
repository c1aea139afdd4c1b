#include <gtest/gtest.h>

#include <set>

#include "support/case_service.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;
using KeyList = std::vector<std::string>;

class List : public testing::Test {
 protected:
  static void SetUpTestSuite() { case_ = std::make_unique<test::CaseService>(ANNALS_EXAMPLES "/karabakh"); }
  static void TearDownTestSuite() { case_.reset(); }

  static Json items(std::string const& target) { return case_->json(target)["items"]; }
  static KeyList keys(std::string const& target) {
    KeyList all;
    for (auto const& item : items(target)) all.push_back(item["key"]);
    return all;
  }
  /// Follows `next` to the end.
  static KeyList pages(std::string target) {
    KeyList all;
    for (int page = 0; page < 200; ++page) {
      auto const body = case_->json(target);
      for (auto const& item : body["items"]) all.push_back(item["key"]);
      if (body["next"].is_null()) return all;
      target = body["next"];
    }
    ADD_FAILURE() << "the pages of " << target << " do not end";
    return all;
  }
  static KeyList sorted(KeyList all) {
    std::sort(all.begin(), all.end());
    return all;
  }
  static std::unique_ptr<test::CaseService> case_;
};
std::unique_ptr<test::CaseService> List::case_;

TEST_F(List, PagesOfAnySizeGiveTheSameListInEveryOrder) {
  for (auto const* collection : {"events", "actors", "places", "sources", "claims", "datasets"}) {
    auto const whole = keys(std::string("/v1/") + collection + "?limit=1000");
    EXPECT_FALSE(whole.empty());
    for (auto const* limit : {"1", "7"}) {
      EXPECT_EQ(pages(std::string("/v1/") + collection + "?limit=" + limit), whole) << collection;
    }
  }
  for (auto const* filter : {"sort=-date", "sort=updated", "sort=-updated", "q=withdrawal&sort=relevance",
                             "disputed=true", "known_by=2023-10-07", "known_by=2023-10-07&sort=-date",
                             "disputed=true&sort=-date", "undated=include&sort=-date"}) {
    auto const whole = keys(std::string("/v1/events?limit=1000&") + filter);
    EXPECT_GT(whole.size(), 1U) << filter;
    for (auto const* limit : {"1", "4"})
      EXPECT_EQ(pages(std::string("/v1/events?limit=") + limit + "&" + filter), whole) << filter;
  }
  for (auto const* filter : {"actors?q=russia", "places?q=an", "sources?q=peacekeepers"}) {
    auto const whole = keys(std::string("/v1/") + filter + "&limit=1000");
    EXPECT_GT(whole.size(), 1U) << filter;
    EXPECT_EQ(pages(std::string("/v1/") + filter + "&limit=1"), whole) << filter;
  }
}

TEST_F(List, BackwardsIsTheExactReverse) {
  auto forward = keys("/v1/events?limit=1000");
  std::reverse(forward.begin(), forward.end());
  EXPECT_EQ(keys("/v1/events?limit=1000&sort=-date"), forward);
}

TEST_F(List, TotalCountsTheWholeFilteredList) {
  EXPECT_EQ(case_->json("/v1/events?total=true&limit=1")["total"], 30);
  EXPECT_EQ(case_->json("/v1/events?total=true&limit=1&disputed=true")["total"], 9);
  EXPECT_EQ(case_->json("/v1/events?total=true&known_by=2023-10-07")["total"], 20);
  EXPECT_EQ(case_->json("/v1/actors?total=true&limit=2&kind=person")["total"],
            keys("/v1/actors?limit=1000&kind=person").size());
  EXPECT_FALSE(case_->json("/v1/events").contains("total"));
}

TEST_F(List, NextStandsInTheBodyAndInTheLink) {
  auto const response = case_->get("/v1/events?limit=3&tag=peacekeepers");
  std::string const next = Json::parse(response.body)["next"];
  EXPECT_EQ(test::header_of(response, "Link"), "<" + next + ">; rel=\"next\"");
  EXPECT_NE(next.find("tag=peacekeepers"), std::string::npos);
}

TEST_F(List, ACursorHoldsForItsOwnListAlone) {
  std::string const next = case_->json("/v1/events?limit=3")["next"];
  auto const cursor = next.substr(next.find("cursor=") + 7);
  EXPECT_EQ(case_->get("/v1/events?limit=9&cursor=" + cursor).status, 200);
  auto flipped = cursor;
  flipped[5] = flipped[5] == 'A' ? 'B' : 'A';
  for (auto const& target :
       {"/v1/events?tag=x&cursor=" + cursor, "/v1/actors?cursor=" + cursor, "/v1/events?cursor=" + flipped,
        "/v1/datasets/karabakh/events?cursor=" + cursor, std::string("/v1/events?cursor=random"),
        std::string("/v1/events?cursor="), "/v1/events?cursor=" + std::string(8000, 'A'),
        "/v1/events?cursor=" + cursor + "A"}) {
    auto const response = case_->get(target);
    EXPECT_EQ(response.status, 400) << target;
    EXPECT_EQ(Json::parse(response.body)["type"], "/problems/bad-cursor") << target;
  }
}

TEST_F(List, EventsAreThoseOfTheContract) {
  auto const event = case_->json("/v1/datasets/karabakh/events/deployment");
  EXPECT_EQ(event["dataset"], "karabakh");
  EXPECT_EQ(event["date"]["edtf"], "2020-11-10T07:00:00+04:00");
  EXPECT_EQ(event["date"]["start"]["earliest"], "2020-11-10T07:00:00+04:00");
  EXPECT_EQ(event["place"]["key"], "karabakh");
  EXPECT_EQ(event["quantities"]["troops"], Json::parse(R"({"best": 1960})"));
  EXPECT_EQ(event["claim_count"], 4);
  EXPECT_EQ(event["disputed"], Json::parse(R"(["quantities.troops"])"));
  EXPECT_EQ(event["version"], 1);
  EXPECT_EQ(test::header_of(case_->get("/v1/datasets/karabakh/events/deployment"), "ETag"), "\"1\"");
  auto const listed = case_->json("/v1/events?limit=1000");
  auto const found = std::find_if(listed["items"].begin(), listed["items"].end(),
                                  [](Json const& item) { return item["key"] == "deployment"; });
  ASSERT_NE(found, listed["items"].end());
  EXPECT_EQ(*found, event);
}

TEST_F(List, ThingsHaveTheColumnsOfTheirFile) {
  std::map<std::string, std::set<std::string>> const columns{
      {"actors",
       {"key", "name", "kind", "country", "aliases", "external_ids", "visibility", "attributes", "note"}},
      {"places",
       {"key", "name", "kind", "country", "within", "point", "precision", "aliases", "visibility",
        "attributes", "note"}},
      {"sources",
       {"key", "kind", "title", "title_translated", "publisher", "author", "url", "archived_url", "published",
        "accessed", "language", "reliability", "republishes", "visibility", "attributes", "note"}},
      {"claims",
       {"key", "event", "source", "claimant", "stance", "said", "date", "place", "status", "quantities",
        "gist", "quote", "language", "locator", "answers", "credibility", "visibility", "attributes",
        "note"}}};
  for (auto const& [collection, names] : columns) {
    auto expected = names;
    expected.insert({"dataset", "version", "created_at", "updated_at"});
    for (auto const& item : items("/v1/" + collection + "?limit=1000")) {
      std::set<std::string> members;
      for (auto const& [name, value] : item.items()) members.insert(name);
      EXPECT_EQ(members, expected) << collection;
      EXPECT_EQ(case_->json("/v1/datasets/karabakh/" + collection + "/" + item["key"].get<std::string>()),
                item);
    }
  }
}

TEST_F(List, NamesAreFoundInAnySpellingThenByLikeness) {
  EXPECT_EQ(keys("/v1/actors?q=Torosyan"), KeyList{"torosian"});
  EXPECT_EQ(
      keys("/v1/actors?q=%D0%94%D0%BC%D0%B8%D1%82%D1%80%D0%B8%D0%B9%20%D0%9F%D0%B5%D1%81%D0%BA%D0%BE%D0%B2")
          .front(),
      "peskov");
  EXPECT_EQ(keys("/v1/actors?q=Peskow").front(), "peskov");
  EXPECT_EQ(keys("/v1/places?q=Garabagh").front(), "karabakh");
  EXPECT_EQ(keys("/v1/places?q=Khankendi").front(), "stepanakert");
  EXPECT_EQ(keys("/v1/places?q=Stepanakerd").front(), "stepanakert");
  EXPECT_TRUE(keys("/v1/actors?q=%25").empty());
  EXPECT_TRUE(keys("/v1/actors?q=zzzzzz").empty());
}

TEST_F(List, FiltersOfThingsAgreeWithARecomputation) {
  auto const recomputed = [&](std::string const& collection, auto const& passes) {
    KeyList all;
    for (auto const& item : items("/v1/" + collection + "?limit=1000")) {
      if (passes(item)) all.push_back(item["key"]);
    }
    return all;
  };
  EXPECT_EQ(keys("/v1/actors?limit=1000&kind=person,media"), recomputed("actors", [](Json const& actor) {
              return actor["kind"] == "person" || actor["kind"] == "media";
            }));
  EXPECT_EQ(keys("/v1/actors?limit=1000&country=RU"),
            recomputed("actors", [](Json const& actor) { return actor["country"] == "RU"; }));
  EXPECT_EQ(keys("/v1/places?limit=1000&kind=district"),
            recomputed("places", [](Json const& place) { return place["kind"] == "district"; }));
  EXPECT_EQ(keys("/v1/places?limit=1000&country=AM"),
            recomputed("places", [](Json const& place) { return place["country"] == "AM"; }));
  EXPECT_EQ(keys("/v1/places?near=44.51,40.18&radius_km=5"), KeyList{"yerevan"});
  EXPECT_EQ(keys("/v1/sources?limit=1000&kind=official_statement"),
            recomputed("sources", [](Json const& source) { return source["kind"] == "official_statement"; }));
  EXPECT_EQ(keys("/v1/claims?limit=1000&stance=denies"),
            recomputed("claims", [](Json const& claim) { return claim["stance"] == "denies"; }));
  EXPECT_EQ(keys("/v1/claims?limit=1000&event=deployment"),
            recomputed("claims", [](Json const& claim) { return claim["event"] == "deployment"; }));
  EXPECT_EQ(keys("/v1/claims?limit=1000&event=karabakh/deployment"), keys("/v1/claims?event=deployment"));
  EXPECT_EQ(keys("/v1/claims?limit=1000&source=hyetert-20240422"),
            recomputed("claims", [](Json const& claim) { return claim["source"] == "hyetert-20240422"; }));
  EXPECT_EQ(keys("/v1/claims?limit=1000&claimant=Peskov"),
            recomputed("claims", [](Json const& claim) { return claim["claimant"] == "peskov"; }));
  EXPECT_EQ(keys("/v1/datasets/karabakh/events/deployment/claims"),
            sorted(keys("/v1/claims?event=deployment")));
  EXPECT_EQ(keys("/v1/datasets/karabakh/actors/peskov/events?limit=1000"), keys("/v1/events?actor=peskov"));
}

TEST_F(List, RelationsAreThoseOfTheBundle) {
  auto const all = case_->json("/v1/datasets/karabakh/events/ceasefire-2020/relations")["items"];
  ASSERT_FALSE(all.empty());
  for (auto const& relation : all) {
    auto const path = "/v1/datasets/karabakh/events/ceasefire-2020/relations/" +
                      relation["relation"].get<std::string>() + "/";
    EXPECT_EQ(case_->json(path + relation["other"].get<std::string>()), relation);
    EXPECT_EQ(case_->json(path + "karabakh/" + relation["other"].get<std::string>()), relation);
  }
  EXPECT_EQ(case_->get("/v1/datasets/karabakh/events/ceasefire-2020/relations/ends/absent").status, 404);
  auto const of_actor = case_->json("/v1/datasets/karabakh/actors/rpc/relations")["items"];
  ASSERT_EQ(of_actor.size(), 1U);
  EXPECT_EQ(of_actor[0]["other"], "ru-mod");
  EXPECT_EQ(case_->json("/v1/datasets/karabakh/actors/rpc/relations/r01"), of_actor[0]);
}

}  // namespace
}  // namespace annals
