#include <gtest/gtest.h>

#include <set>

#include "described.hpp"
#include "support/case_service.hpp"
#include "support/editor.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;
using Keys = std::set<std::string>;

Keys keys_of(Json const& list, char const* member) {
  Keys all;
  for (auto const& each : list) all.insert(each.at(member).get<std::string>());
  return all;
}

Keys entries_of(Json const& timeline) {
  Keys all;
  for (auto const& entry : timeline["entries"]) all.insert(entry["event"]["key"].get<std::string>());
  return all;
}

Keys without(Keys from, Keys const& others) {
  for (auto const& each : others) from.erase(each);
  return from;
}

/// What of an entry its evidence decides.
Json told_of(Json const& entry) {
  Json told = entry;
  for (auto const* member : {"footnotes", "certainly_after_previous"}) told.erase(member);
  for (auto const* member : {"version", "updated_at", "created_at", "claim_count", "disputed"})
    told["event"].erase(member);
  for (auto& plan : told["plans"]) {
    for (auto& saying : plan["said_on"]) saying.erase("n");
  }
  return told;
}

std::map<std::string, Json> by_key(Json const& timeline) {
  std::map<std::string, Json> all;
  for (auto const& entry : timeline["entries"]) all[entry["event"]["key"]] = told_of(entry);
  return all;
}

class TimelineChanges : public testing::Test {
 protected:
  static void SetUpTestSuite() { case_ = std::make_unique<test::CaseService>(ANNALS_EXAMPLES "/karabakh"); }
  static void TearDownTestSuite() { case_.reset(); }

  static Json timeline(std::string const& day) {
    return case_->json("/v1/timeline?dataset=karabakh&undated=include&known_by=" + day);
  }
  static std::string address(std::string const& from, std::string const& to) {
    return "/v1/timeline/changes?dataset=karabakh&undated=include&known_by_from=" + from +
           "&known_by_to=" + to;
  }
  /// Every date on which a source of the case was published, or last could have been.
  static std::set<std::string> days() {
    std::set<std::string> all;
    auto const sources = case_->json("/v1/sources?limit=1000");
    for (auto const& source : sources["items"]) {
      auto const& published = source["published"];
      if (published.is_null() || published["end"]["latest"].is_null()) continue;
      all.insert(published["end"]["latest"].get<std::string>().substr(0, 10));
    }
    return all;
  }
  static std::unique_ptr<test::CaseService> case_;
};
std::unique_ptr<test::CaseService> TimelineChanges::case_;

TEST_F(TimelineChanges, WhatIsKnownOnlyGrowsButForRetractions) {
  Keys retracted;
  auto const retractions = case_->json("/v1/claims?stance=retracts&limit=1000");
  for (auto const& claim : retractions["items"]) retracted.insert(claim["event"].get<std::string>());
  Keys before;
  auto const all = days();
  ASSERT_GT(all.size(), 10U);
  for (auto const& day : all) {
    auto const now = entries_of(timeline(day));
    EXPECT_EQ(without(without(before, now), retracted), Keys()) << day;
    before = now;
  }
  EXPECT_GT(before.size(), 20U);
}

TEST_F(TimelineChanges, AreExactlyTheDifferenceBetweenTwoDays) {
  std::string previous = "1990-01-01";
  for (auto const& day : days()) {
    auto const from = timeline(previous), to = timeline(day);
    auto const answer = case_->get(address(previous, day));
    for (auto const& each : test::undescribed(test::operation("get_timeline_changes"), answer))
      ADD_FAILURE() << each;
    auto const difference = Json::parse(answer.body);
    EXPECT_EQ(keys_of(difference["entries_added"], "event"), without(entries_of(to), entries_of(from)))
        << day;
    EXPECT_EQ(keys_of(difference["entries_dropped"], "event"), without(entries_of(from), entries_of(to)))
        << day;
    EXPECT_EQ(keys_of(difference["sources_added"], "key"),
              without(keys_of(to["sources"], "key"), keys_of(from["sources"], "key")))
        << day;
    Keys changed;
    auto const before = by_key(from);
    for (auto const& [key, entry] : by_key(to)) {
      auto const found = before.find(key);
      if (found != before.end() && found->second != entry) changed.insert(key);
    }
    EXPECT_EQ(keys_of(difference["entries_changed"], "event"), changed) << day;
    EXPECT_EQ(difference["from"]["known_by"], previous);
    previous = day;
  }
}

TEST_F(TimelineChanges, AreNoneWithinADay) {
  auto const answer = case_->get(address("2023-10-07", "2023-10-07"));
  for (auto const& each : test::undescribed(test::operation("get_timeline_changes"), answer))
    ADD_FAILURE() << each;
  auto const difference = Json::parse(answer.body);
  for (auto const& [name, value] : difference.items())
    EXPECT_TRUE(name == "title" || name == "from" || name == "to" || value.empty()) << name << value;
}

TEST_F(TimelineChanges, AreRefusedWithoutBothDaysInOrder) {
  auto const refused = [&](std::string const& query) {
    auto const response = case_->get("/v1/timeline/changes?" + query);
    for (auto const& difference : test::undescribed(test::operation("get_timeline_changes"), response))
      ADD_FAILURE() << difference;
    EXPECT_EQ(response.status, 400) << query << response.body;
    return test::faults_of(response);
  };
  using Faults = std::vector<std::string>;
  EXPECT_EQ(refused("known_by_to=2021"), Faults{"known_by_from invalid-parameter"});
  EXPECT_EQ(refused("known_by_from=2021"), Faults{"known_by_to invalid-parameter"});
  EXPECT_EQ(refused("known_by_from=2022&known_by_to=2021"), Faults{"known_by_from invalid-parameter"});
  EXPECT_EQ(refused("known_by_from=soon&known_by_to=2021"), Faults{"known_by_from invalid-parameter"});
  EXPECT_EQ(refused("known_by_from=2020/..&known_by_to=2021"), Faults{"known_by_from invalid-parameter"});
  EXPECT_EQ(refused("known_by_from=2020&known_by_to=2021&known_by=2020"),
            Faults{"known_by invalid-parameter"});
  EXPECT_EQ(refused("known_by_from=2020&known_by_to=2021&colour=red"), Faults{"colour invalid-parameter"});
}

TEST_F(TimelineChanges, ComeAsAPage) {
  auto const target = address("2023-10-06", "2023-10-09");
  auto const page = case_->get("/v1/timeline/changes.html" + target.substr(target.find('?')));
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("Entries added"), std::string::npos) << page.body;
  EXPECT_NE(page.body.find("2023-10-09"), std::string::npos);
}

}  // namespace
}  // namespace annals
