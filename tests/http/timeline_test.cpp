#include <gtest/gtest.h>

#include "csv/tokenizer.hpp"
#include "support/case_service.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;

class HttpTimeline : public testing::Test {
 protected:
  static void SetUpTestSuite() { case_ = std::make_unique<test::CaseService>(ANNALS_EXAMPLES "/karabakh"); }
  static void TearDownTestSuite() { case_.reset(); }
  static Json entry(Json const& timeline, std::string const& key) {
    for (auto const& each : timeline["entries"]) {
      if (each["event"]["key"] == key) return each;
    }
    ADD_FAILURE() << "no entry " << key;
    return {};
  }
  static std::unique_ptr<test::CaseService> case_;
};
std::unique_ptr<test::CaseService> HttpTimeline::case_;

TEST_F(HttpTimeline, IsThatOfTheContract) {
  auto const timeline = case_->json("/v1/timeline?dataset=karabakh");
  ASSERT_EQ(timeline["entries"].size(), 30U);
  EXPECT_EQ(timeline["query"], Json::parse(R"({"dataset": "karabakh"})"));
  EXPECT_TRUE(timeline["known_by"].is_null());
  EXPECT_EQ(timeline["claims_without_publication_date"], 0);
  EXPECT_TRUE(timeline["entries"][0]["certainly_after_previous"].is_null());
  EXPECT_EQ(timeline["sources"].size(), 33U);
  EXPECT_EQ(timeline["sources"][0]["n"], 1);

  auto const deployment = entry(timeline, "deployment");
  ASSERT_EQ(deployment["disputes"].size(), 1U);
  EXPECT_EQ(deployment["disputes"][0]["field"], "quantities.troops");
  EXPECT_EQ(deployment["disputes"][0]["values"].size(), 4U);
  EXPECT_EQ(deployment["disputes"][0]["values"][0]["value"], Json::parse(R"({"best": 1960})"));
  EXPECT_EQ(deployment["claims"][0]["asserted"]["quantities"]["troops"]["best"], 1960);
  EXPECT_EQ(deployment["not_evidenced"], Json::array());

  auto const visit = entry(timeline, "visit-yerevan");
  EXPECT_EQ(visit["independent_sources"], 2);
  EXPECT_EQ(visit["independent_denials"], 1);

  ASSERT_EQ(timeline["spans"].size(), 4U);
  auto presence = timeline["spans"][1];
  presence.erase("plans");
  EXPECT_EQ(presence, Json::parse(R"({"dataset": "karabakh", "event": "presence", "start": "deployment",
      "end": "withdrawal-completed", "planned_end": "mandate-end", "days": {"min": 1311, "max": 1311},
      "planned_days": {"min": 1818, "max": 1847}, "difference_days": {"min": -536, "max": -507}})"));
}

TEST_F(HttpTimeline, TellsWhatWasKnownThen) {
  auto const timeline = case_->json("/v1/timeline?known_by=2023-10-07");
  EXPECT_EQ(timeline["entries"].size(), 20U);
  EXPECT_EQ(timeline["known_by"], "2023-10-07");
  EXPECT_EQ(entry(timeline, "mandate-end")["event"]["status"], "planned");
  EXPECT_EQ(entry(timeline, "mandate-end")["event"]["date"]["edtf"], "2025-11");
  EXPECT_EQ(entry(timeline, "nkr-ends")["event"]["status"], "planned");
  auto const later = case_->json("/v1/timeline?known_by=2024-04-17");
  EXPECT_EQ(entry(later, "withdrawal-completed")["event"]["status"], "planned");
  EXPECT_EQ(entry(later, "withdrawal-completed")["event"]["date"]["text"], "about April 2024");
  auto const first = case_->json("/v1/timeline?known_by=2020-11-10");
  ASSERT_EQ(first["entries"].size(), 1U);
  EXPECT_EQ(first["entries"][0]["event"]["key"], "deployment");
  EXPECT_EQ(case_->json("/v1/timeline?known_by=2024-12-31")["entries"].size(), 30U);
}

TEST_F(HttpTimeline, ListsShowTheSameValuesAsTheTimeline) {
  for (auto const* query : {"known_by=2023-10-07", "disputed=true", "date=2024-04-12&when=certain"}) {
    auto const timeline = case_->json(std::string("/v1/timeline?") + query);
    auto const list = case_->json(std::string("/v1/events?limit=1000&") + query);
    ASSERT_EQ(timeline["entries"].size(), list["items"].size());
    for (std::size_t i = 0; i < list["items"].size(); ++i)
      EXPECT_EQ(timeline["entries"][i]["event"], list["items"][i]);
  }
}

TEST_F(HttpTimeline, IsATableForPeople) {
  std::vector<csv::Record> rows;
  csv::Tokenizer tokenizer([&](csv::Record&& row) { rows.push_back(std::move(row)); });
  tokenizer.push(test::body_of(case_->get("/v1/timeline.csv?dataset=karabakh&from=2020")));
  tokenizer.finish();
  ASSERT_EQ(rows.size(), 31U);
  auto const column = [&](std::string const& name) {
    auto const& header = rows.front().cells;
    return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
  };
  for (auto const& row : rows) EXPECT_EQ(row.cells.size(), rows.front().cells.size());
  auto const& first = rows[1].cells;
  EXPECT_EQ(first[column("key")], "war-2020");
  EXPECT_EQ(first[column("filter")], "dataset=karabakh&from=2020");
  EXPECT_FALSE(first[column("licence")].empty());
  EXPECT_FALSE(first[column("citation")].empty());
  EXPECT_FALSE(first[column("sources")].empty());
}

TEST_F(HttpTimeline, IsTheSameTwice) {
  for (auto const* format : {"json", "csv", "md", "svg"}) {
    auto const target = std::string("/v1/timeline.") + format;
    auto const plain = [&] {
      auto text = test::body_of(case_->get(target));
      for (auto at = text.find("2026-"); at != std::string::npos; at = text.find("2026-", at))
        text.erase(at, 27);
      return text;
    };
    EXPECT_EQ(plain(), plain());
  }
}

}  // namespace
}  // namespace annals
