#include <gtest/gtest.h>

#include <set>

#include "support/case_service.hpp"
#include "support/editor.hpp"
#include "wire/query_text.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;
using Names = std::vector<std::string>;

/// "actors/peskov" for each, in order.
Names names_of(Json const& items) {
  Names all;
  for (auto const& item : items)
    all.push_back(item["collection"].get<std::string>() + "/" + item["key"].get<std::string>());
  return all;
}
std::string search(std::string const& words, std::string const& more = "") {
  return "/v1/search?q=" + wire::percent_encode(words) + more;
}

class Search : public testing::Test {
 protected:
  static void SetUpTestSuite() { case_ = std::make_unique<test::CaseService>(ANNALS_EXAMPLES "/karabakh"); }
  static void TearDownTestSuite() { case_.reset(); }

  static Json found(std::string const& words) { return case_->json(search(words, "&limit=1000"))["items"]; }
  static std::set<std::string> of_collection(Json const& items, std::string const& collection) {
    std::set<std::string> keys;
    for (auto const& item : items) {
      if (item["collection"] == collection) keys.insert(item["key"]);
    }
    return keys;
  }
  static std::unique_ptr<test::CaseService> case_;
};
std::unique_ptr<test::CaseService> Search::case_;

TEST_F(Search, FindsWhatTheListsOfTheFourCollectionsFind) {
  for (std::string const words :
       {"peskov", "withdrawal", "Garabagh", "песков", "mandate peacekeepers", "contingent"}) {
    auto const items = found(words);
    EXPECT_FALSE(items.empty()) << words;
    for (std::string const collection : {"events", "actors", "places", "sources"}) {
      std::set<std::string> expected;
      auto const target = "/v1/" + collection + "?limit=1000&q=" + wire::percent_encode(words) +
                          (collection == "events" ? "&undated=include" : "");
      auto const list = case_->json(target);
      for (auto const& item : list["items"]) expected.insert(item["key"]);
      EXPECT_EQ(of_collection(items, collection), expected) << words << ' ' << collection;
    }
    auto const names = names_of(items);
    EXPECT_EQ(std::set(names.begin(), names.end()).size(), names.size()) << "something is there twice";
    EXPECT_EQ(case_->json(search(words, "&total=true&limit=1"))["total"], names.size());
  }
}

TEST_F(Search, WhoBearsTheWholeNameComesFirstInAnyScript) {
  for (auto const& [words, first] :
       std::vector<std::pair<std::string, std::string>>{{"Дмитрий Песков", "actors/peskov"},
                                                        {"DMITRY  PESKOV", "actors/peskov"},
                                                        {"russia", "actors/russia"},
                                                        {"Garabagh", "places/karabakh"},
                                                        {"dağlıq qarabağ", "places/karabakh"},
                                                        {"\"Dmitry Peskov\"", "actors/peskov"}}) {
    EXPECT_EQ(names_of(found(words)).front(), first) << words;
  }
  // Written wrong, it is still the one that is most like it.
  EXPECT_EQ(names_of(found("Peskow")).front(), "actors/peskov");
}

TEST_F(Search, ATurnOfNamesIsATurnOfEvents) {
  auto const items = found("peacekeepers");
  auto const names = of_collection(items, "sources").size() + of_collection(items, "actors").size();
  auto const events = of_collection(items, "events").size();
  ASSERT_GT(names, 3U);
  ASSERT_GT(events, 3U);
  bool is_event = items[0]["collection"] == "events";
  for (std::size_t i = 1; i < 6; ++i) {
    EXPECT_NE(items[i]["collection"] == "events", is_event) << i;
    is_event = !is_event;
  }
}

TEST_F(Search, SaysWhatMatched) {
  auto const hit = [&](std::string const& words, std::string const& name) {
    for (auto const& item : found(words)) {
      if (item["collection"].get<std::string>() + "/" + item["key"].get<std::string>() == name) return item;
    }
    ADD_FAILURE() << words << " does not find " << name;
    return Json();
  };
  auto const place = hit("Garabagh", "places/karabakh");
  EXPECT_EQ(place["title"], "Nagorno-Karabakh");
  EXPECT_EQ(place["dataset"], "karabakh");
  EXPECT_EQ(place["matched"], Json{"alias"});
  EXPECT_EQ(place["name"], "Garabagh");
  EXPECT_TRUE(place["date"].is_null());
  EXPECT_EQ(place["kind"], case_->json("/v1/datasets/karabakh/places/karabakh")["kind"]);
  EXPECT_EQ(hit("Dmitry Peskov", "actors/peskov")["matched"], Json{"name"});

  auto const event = hit("deploy", "events/deployment");
  auto const whole = case_->json("/v1/datasets/karabakh/events/deployment");
  EXPECT_EQ(event["title"], whole["title"]);
  EXPECT_EQ(event["kind"], whole["type"]);
  EXPECT_EQ(event["date"], whole["date"]);
  EXPECT_TRUE(event["name"].is_null());
  auto const& fields = event["matched"];
  EXPECT_NE(std::find(fields.begin(), fields.end(), "title"), fields.end()) << fields;
  auto const by_place = hit("Garabagh", "events/deployment")["matched"];
  EXPECT_NE(std::find(by_place.begin(), by_place.end(), "place"), by_place.end()) << by_place;
  std::string const spoken = case_->json("/v1/events?actor=peskov")["items"][0]["key"];
  auto const by_part = hit("Дмитрий Песков", "events/" + spoken)["matched"];
  EXPECT_NE(std::find(by_part.begin(), by_part.end(), "participants"), by_part.end()) << by_part;
  auto const published = hit("Hyetert", "sources/hyetert-20201110");
  EXPECT_EQ(published["matched"], Json{"publisher"});
  EXPECT_EQ(published["date"]["edtf"],
            case_->json("/v1/datasets/karabakh/sources/hyetert-20201110")["published"]["edtf"]);
}

TEST_F(Search, PagesOfAnySizeGiveTheSameList) {
  for (std::string const words : {"peacekeepers", "Russia", "Peskow", "withdrawal -completed"}) {
    auto const whole = names_of(found(words));
    EXPECT_FALSE(whole.empty()) << words;
    for (auto const* limit : {"1", "3"}) {
      Names all;
      for (auto target = search(words, std::string("&limit=") + limit); !target.empty();) {
        auto const body = case_->json(target);
        auto const names = names_of(body["items"]);
        all.insert(all.end(), names.begin(), names.end());
        target = body["next"].is_null() ? "" : body["next"].get<std::string>();
        ASSERT_LE(all.size(), whole.size()) << words;
      }
      EXPECT_EQ(all, whole) << words << " by " << limit;
    }
  }
}

TEST_F(Search, ExcludedWordsAreInNothingThatIsFound) {
  auto const with = found("russian"), without = found("russian -peacekeeping");
  EXPECT_LT(without.size(), with.size());
  EXPECT_FALSE(without.empty());
  for (auto const& item : without) {
    auto title = item["title"].get<std::string>();
    std::transform(title.begin(), title.end(), title.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    EXPECT_EQ(title.find("peacekeeping"), std::string::npos) << item;
  }
  EXPECT_EQ(of_collection(found("-peacekeeping"), "actors").size(), 0U);
}

TEST_F(Search, WhatIsNotWordsIsHarmlessOrRefused) {
  for (auto const* words : {"%", "_____", "\\", "';--", "!!!", "a & b", ":*", "\"", "-", "<->", "\") or 1=1"})
    EXPECT_EQ(case_->get(search(words)).status, 200) << words;
  for (auto const& [target, problem] : std::vector<std::pair<std::string, std::string>>{
           {"/v1/search", "invalid-parameter"},
           {"/v1/search?q=", "invalid-parameter"},
           {"/v1/search?q=a&q=b", "invalid-parameter"},
           {"/v1/search?q=a&type=talks", "invalid-parameter"},
           {search(std::string(513, 'x')), "invalid-parameter"},
           {search("a", "&limit=0"), "invalid-parameter"},
           {search("a", "&cursor=x"), "bad-cursor"},
           {search("a", "&as_of=2024-01-01T00:00:00Z"), "not-with-as-of"},
           {search("a", "&dataset=absent"), "not-found"}}) {
    EXPECT_EQ(test::problem_of(case_->get(target)), problem) << target;
  }
  EXPECT_EQ(test::problem_of(case_->get("/v1/search.csv?q=a")), "not-acceptable");
}

class HiddenSearch : public testing::Test {
 protected:
  HiddenSearch() : editor_(database_.pool()) {
    editor_.put("d", {{"title", "D"}});
    editor_.put("secret", {{"title", "Secret"}, {"visibility", "members"}});
    for (std::string const dataset : {"d", "secret"}) {
      auto const seen = dataset == "d" ? "restricted" : "public";
      editor_.put(dataset + "/actors/agent", {{"name", "Zorro"}, {"kind", "person"}, {"visibility", seen}});
      editor_.put(dataset + "/places/base", {{"name", "Zorro base"}, {"visibility", seen}});
      editor_.put(
          dataset + "/sources/leak",
          {{"title", "Of Zorro"}, {"kind", "report"}, {"publisher", "Zorro press"}, {"visibility", seen}});
      editor_.put(dataset + "/events/hidden", event({{"title", "Zorro rides"}, {"visibility", seen}}));
    }
    editor_.put("d/events/open",
                event({{"place", "base"}, {"participants", {{{"role", "rider"}, {"actor", "agent"}}}}}));
    editor_.put("d/claims/c",
                {{"event", "open"}, {"source", "leak"}, {"stance", "asserts"}, {"gist", "Zorro"}});
  }
  static Json event(Json const& more) {
    Json event{{"title", "Ride"}, {"type", "ride"}, {"status", "occurred"}, {"date", "1820"}};
    event.update(more);
    return event;
  }
  Json public_items(std::string const& target) {
    test::Editor::Options options;
    options.anonymous = true;
    auto const answer = editor_.send("GET", target, "", options);
    EXPECT_EQ(answer.status, 200) << target << answer.body;
    return Json::parse(answer.body)["items"];
  }

  test::TestDatabase database_;
  test::Editor editor_;
};

TEST_F(HiddenSearch, NothingIsFoundByWhatIsHidden) {
  EXPECT_EQ(editor_.json("/v1/search?q=Zorro&limit=100")["items"].size(), 9U);
  EXPECT_EQ(public_items("/v1/search?q=Zorro"), Json::array());
  for (auto const* filter : {"q=Zorro", "actor=Zorro", "actor=agent", "place=Zorro%20base", "role=rider",
                             "source=Of%20Zorro", "publisher=Zorro%20press"}) {
    EXPECT_EQ(public_items(std::string("/v1/events?") + filter), Json::array()) << filter;
    EXPECT_FALSE(editor_.json(std::string("/v1/events?") + filter)["items"].empty()) << filter;
  }
  EXPECT_EQ(names_of(public_items("/v1/search?q=ride")), Names{"events/open"});
}

TEST_F(HiddenSearch, WhoIsTheSameAsSomebodyHiddenIsNotGivenAway) {
  editor_.put("d/actors/diego", {{"name", "Don Diego"}, {"kind", "person"}});
  editor_.put("d/actors/agent/relations/r", {{"relation", "same_as"}, {"other", "diego"}});
  EXPECT_EQ(editor_.json("/v1/events?actor=diego")["items"].size(), 1U);
  EXPECT_EQ(public_items("/v1/events?actor=diego"), Json::array());
}

}  // namespace
}  // namespace annals
