#include <gtest/gtest.h>

#include "support/case_service.hpp"
#include "support/editor.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;

/// What timelines say of plans, denials, connections and copies: of the reference case, and of a dataset in
/// which an agency's report was copied many times.
class TimelineRelations : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    case_ = std::make_unique<test::CaseService>(ANNALS_EXAMPLES "/karabakh");
    test::Editor editor(case_->database().pool());
    write_agency(editor);
    write_hub(editor);
  }
  static void TearDownTestSuite() { case_.reset(); }

  /// Ten copies, the last of them of a copy; a second event that copies alone tell of.
  static void write_agency(test::Editor& editor) {
    editor.put("agency", {{"title", "An agency"}});
    auto const event = [&](std::string const& key, Json const& date) {
      editor.put("agency/events/" + key,
                 {{"title", "Event " + key}, {"type", "talks"}, {"status", "occurred"}, {"date", date}});
    };
    event("first", "2024-01-01");
    event("second", "2024-02-01");
    auto const source = [&](std::string const& key, Json body) {
      body.update({{"kind", "news"}, {"title", "Report"}, {"published", "2024-01-02"}});
      editor.put("agency/sources/" + key, body);
    };
    source("original", {{"publisher", "The Agency"}});
    for (int i = 0; i < 10; ++i) {
      source("s" + std::to_string(i),
             {{"publisher", "Paper " + std::to_string(i)}, {"republishes", i == 9 ? "s8" : "original"}});
    }
    auto const claim = [&](std::string const& key, std::string const& of, std::string const& by) {
      editor.put("agency/claims/" + key, {{"event", of}, {"source", by}, {"stance", "asserts"}});
    };
    claim("a", "first", "original");
    for (int i = 0; i < 10; ++i) claim("b" + std::to_string(i), "first", "s" + std::to_string(i));
    claim("c0", "second", "s0");
    claim("c9", "second", "s9");
    editor.put("agency/claims/no",
               {{"event", "second"}, {"source", "s0"}, {"stance", "denies"}, {"date", "2024-02-01"}});
    editor.put("agency/events/hidden", {{"title", "Hidden"},
                                        {"type", "talks"},
                                        {"status", "occurred"},
                                        {"date", "2024-01-03"},
                                        {"visibility", "restricted"}});
    editor.put("agency/events/first/relations/responds_to/second", Json::object());
    editor.put("agency/events/hidden/relations/causes/second", Json::object());
    editor.put("agency/timelines/ru", {{"title", "T"}, {"query", {{"type", "talks"}}}, {"language", "ru"}});
  }

  /// An event to which 208 relations lead.
  static void write_hub(test::Editor& editor) {
    editor.put("hub", {{"title", "A hub"}});
    auto const event = [&](std::string const& key) {
      editor.put("hub/events/" + key,
                 {{"title", key}, {"type", "other"}, {"status", "occurred"}, {"date", "1990"}});
    };
    event("war");
    for (int i = 0; i < 16; ++i) {
      auto const key = "e" + std::to_string(i);
      event(key);
      for (auto const* relation :
           {"part_of", "starts", "ends", "planned_end_of", "provides_for", "causes", "precedes",
            "responds_to", "confirms", "contradicts", "cancels", "concerns", "same_as"})
        editor.put("hub/events/" + key + "/relations/" + relation + "/war", Json::object());
    }
  }

  static Json timeline(std::string const& query) { return case_->json("/v1/timeline?" + query); }
  static Json entry(Json const& timeline, std::string const& key) {
    for (auto const& each : timeline["entries"]) {
      if (each["event"]["key"] == key) return each;
    }
    ADD_FAILURE() << "no entry " << key;
    return {};
  }
  static std::string text(std::string const& target) {
    auto const answer = case_->get("/v1/" + target);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return test::body_of(answer);
  }
  static void expect_in(std::string const& all, std::vector<std::string> const& parts) {
    for (auto const& part : parts) EXPECT_NE(all.find(part), std::string::npos) << part << "\n" << all;
  }
  /// From its anchor to the end of its article.
  static std::string article(std::string const& page, std::string const& id) {
    auto const from = page.find("id=\"" + id + "\"");
    EXPECT_NE(from, std::string::npos) << id;
    return page.substr(from, page.find("</article>", from) - from);
  }

  static std::unique_ptr<test::CaseService> case_;
};
std::unique_ptr<test::CaseService> TimelineRelations::case_;

TEST_F(TimelineRelations, ASpanTellsEveryPlannedEndWhoSaidItAndWhatCame) {
  auto const told = timeline("dataset=karabakh");
  Json presence;
  for (auto const& span : told["spans"]) {
    if (span["event"] == "presence") presence = span["plans"];
  }
  ASSERT_EQ(presence.size(), 4U);
  EXPECT_EQ(presence[0]["event"], "mandate-end");
  EXPECT_EQ(presence[0]["date"]["edtf"], "2025-11-09");
  EXPECT_EQ(presence[0]["status"], "cancelled");
  EXPECT_EQ(presence[0]["difference_days"], Json::parse(R"({"min": -515, "max": -515})"));
  ASSERT_EQ(presence[0]["said_on"].size(), 2U);
  EXPECT_EQ(presence[0]["said_on"][0]["claim"], "c14");
  EXPECT_EQ(presence[0]["said_on"][0]["published"]["edtf"], "2023-10-06");
  auto const number = presence[0]["said_on"][0]["n"].get<std::size_t>();
  EXPECT_EQ(told["sources"][number - 1]["key"], "tass-1685875");
  EXPECT_EQ(presence[1]["said_on"][0]["said"]["edtf"], "2023-10-13?");
  EXPECT_EQ(presence[3]["date"]["edtf"], "[2025-12..]");
  EXPECT_EQ(presence[3]["difference_days"], Json::parse(R"({"min": null, "max": -537})"));
}

TEST_F(TimelineRelations, APlanThatSlippedStandsInItsEntry) {
  auto const told = timeline("dataset=karabakh");
  auto const completed = entry(told, "withdrawal-completed")["plans"];
  ASSERT_EQ(completed.size(), 1U);
  EXPECT_EQ(completed[0]["difference_days"], Json::parse(R"({"min": 43, "max": 72})"));
  EXPECT_EQ(entry(told, "nkr-ends")["plans"][0]["difference_days"], Json::parse(R"({"min": 0, "max": 0})"));
  EXPECT_TRUE(entry(told, "visit-yerevan")["plans"][0]["difference_days"].is_null());
  EXPECT_EQ(entry(told, "exodus")["plans"], Json::array());
  // As it was known then, it had not come yet.
  auto const before = entry(timeline("known_by=2024-04-17"), "withdrawal-completed")["plans"];
  EXPECT_TRUE(before[0]["difference_days"].is_null());
}

TEST_F(TimelineRelations, PagesSayWhatWasPlannedAndWhatCame) {
  auto const page = text("timeline.html?dataset=karabakh");
  expect_in(page, {"<p>Planned end</p>", "9 November 2025</time>, said <time datetime=\"2023-10-06\">",
                   "; ended <time datetime=\"2024-06-12\">12 June 2024</time>, 515 days earlier",
                   ", at least 537 days earlier", "<p>Planned dates</p>", "; occurred 43 to 72 days later"});
  expect_in(
      text("timeline.md?dataset=karabakh"),
      {"  - Planned end: 9 November 2025, said 6 October 2023 [", "; ended 12 June 2024, 515 days earlier",
       "  - Planned dates: about April 2024, said 17 April 2024, 13:14 [", "; occurred 43 to 72 days later"});
}

TEST_F(TimelineRelations, AnEndPlannedByAnEventOutsideStillHasItsFootnotes) {
  auto const told = timeline("dataset=karabakh&seed=presence&hops=0");
  ASSERT_EQ(told["entries"].size(), 1U);
  auto const said = told["spans"][0]["plans"][0]["said_on"][0];
  EXPECT_EQ(told["sources"][said["n"].get<std::size_t>() - 1]["key"], "tass-1685875");
}

TEST_F(TimelineRelations, ADenialStandsBesideTheClaimThatItAnswers) {
  auto const visit = article(text("timeline.html?dataset=karabakh"), "karabakh/visit-yerevan");
  auto const claim = visit.find("<span class=\"label\">Claim</span>");
  auto const denial = visit.find("<span class=\"label\">Denial</span>");
  ASSERT_NE(claim, std::string::npos);
  ASSERT_NE(denial, std::string::npos);
  EXPECT_LT(claim, visit.find(">plans</span>"));
  EXPECT_LT(denial, visit.find(">denies</span>"));
  EXPECT_EQ(visit.find("<p>Denied</p>"), std::string::npos);
  auto const markdown = text("timeline.md?dataset=karabakh");
  auto const line = markdown.find("  - Claim: ");
  EXPECT_NE(markdown.find(" — Denial: ", line), std::string::npos);
}

TEST_F(TimelineRelations, ADenialOfAFieldStandsBesideIt) {
  auto const page = article(text("timeline.html?dataset=agency"), "agency/second");
  expect_in(page, {"<span class=\"label\">Claim</span> date <time datetime=\"2024-02-01\">",
                   "<span class=\"label\">Denial</span> <bdi class=\"who\" dir=\"auto\">Report</bdi>"});
  expect_in(text("timeline.md?dataset=agency"), {"  - Claim: date 1 February 2024 — Denial: Report denies"});
}

TEST_F(TimelineRelations, EventsAreLinkedBothWays) {
  auto const told = timeline("dataset=karabakh");
  auto const causes = Json::parse(R"({"relation": "causes", "dataset": "karabakh", "event": "offensive"})");
  auto const incoming = entry(told, "exodus")["incoming_relations"];
  EXPECT_NE(std::find(incoming.begin(), incoming.end(), causes), incoming.end()) << incoming;
  auto const page = text("timeline.html?dataset=karabakh");
  expect_in(article(page, "karabakh/exodus"), {"<li>is caused by <a href=\"#karabakh/offensive\">"});
  expect_in(article(page, "karabakh/offensive"),
            {"<li>causes <a href=\"#karabakh/exodus\">",
             "<li>is answered by <a href=\"#karabakh/withdrawal-begins\">"});
  expect_in(text("timeline.md?dataset=karabakh"),
            {"Armenian population<a id=\"karabakh/exodus\"></a>",
             "  - is caused by [Azerbaijani offensive in Nagorno-Karabakh](#karabakh/offensive)"});
}

TEST_F(TimelineRelations, WhatIsNotOnThePageIsLinkedAtItsAddress) {
  auto const query = "?dataset=karabakh&seed=exodus&hops=0";
  auto const address = "/v1/datasets/karabakh/events/offensive";
  expect_in(text(std::string("timeline.html") + query),
            {std::string("<li>is caused by <a href=\"") + address + "\">"});
  expect_in(text(std::string("timeline.md") + query), {std::string("](") + address + ")"});
  EXPECT_EQ(case_->get(address).status, 200);
}

TEST_F(TimelineRelations, NoHiddenEventIsNamed) {
  auto const told = timeline("dataset=agency");
  EXPECT_EQ(entry(told, "second")["incoming_relations"],
            Json::parse(R"([{"relation": "responds_to", "dataset": "agency", "event": "first"}])"));
  EXPECT_EQ(text("timeline.html?dataset=agency").find("Hidden"), std::string::npos);
}

TEST_F(TimelineRelations, WhatWasNotKnownThenIsNotConnected) {
  // The withdrawal, which responds to the offensive, was reported half a year later.
  auto const then = entry(timeline("known_by=2023-10-07"), "offensive")["incoming_relations"];
  for (auto const& each : then) EXPECT_NE(each["event"], "withdrawal-begins");
}

TEST_F(TimelineRelations, OfManyConnectionsTheFirstAreTold) {
  EXPECT_EQ(entry(timeline("dataset=hub"), "war")["incoming_relations"].size(), 200U);
  expect_in(text("timeline.html?dataset=hub"), {"<li>more, which are not shown here</li>"});
  expect_in(text("timeline.md?dataset=hub"), {"  - more, which are not shown here"});
}

TEST_F(TimelineRelations, TenCopiesOfOneReportCountOnce) {
  auto const told = timeline("dataset=agency&seed=first&hops=0");
  EXPECT_EQ(told["entries"][0]["independent_sources"], 1);
  EXPECT_EQ(told["entries"][0]["footnotes"].size(), 11U);
  auto const sources = told["sources"];
  ASSERT_EQ(sources.size(), 11U);
  EXPECT_TRUE(sources[0]["republishes"].is_null());
  EXPECT_EQ(sources[0]["republished_by"], Json::parse("[2, 3, 4, 5, 6, 7, 8, 9, 10, 11]"));
  EXPECT_EQ(sources[10]["republishes"], "s8");
  EXPECT_EQ(sources[10]["republished_by"], Json::array());
  expect_in(text("timeline.md?dataset=agency&seed=first&hops=0"),
            {"1. “Report,” The Agency, 2 January 2024. Also republished by Paper 0 [2], Paper 1 [3] and 8 "
             "others [4–11].",
             "2. “Report,” Paper 0, 2 January 2024, originally published by The Agency, “Report” (original). "
             "A copy of source [1].",
             "republished from Paper 8, “Report” (s8). A copy of source [1]."});
  expect_in(text("timeline.html?dataset=agency&seed=first&hops=0"),
            {"11 claims, 1 independent source", "Also republished by <bdi dir=\"auto\">Paper 0</bdi> [<a",
             "A copy of source <a class=\"ref\" href=\"#source-1\""});
}

TEST_F(TimelineRelations, CopiesOfWhatIsNotCitedStandWithTheFirstOfThem) {
  auto const told = timeline("dataset=agency&seed=second&hops=0");
  EXPECT_EQ(told["entries"][0]["independent_sources"], 1);
  ASSERT_EQ(told["sources"].size(), 2U);
  EXPECT_EQ(told["sources"][0]["key"], "s0");
  EXPECT_EQ(told["sources"][0]["republished_by"], Json::parse("[2]"));
  EXPECT_EQ(told["sources"][1]["republished_by"], Json::array());
}

TEST_F(TimelineRelations, SpeaksRussian) {
  auto const page = text("datasets/agency/timelines/ru/assembled.html");
  expect_in(page,
            {"<li>отвечает на <a href=\"#agency/second\">", "<li>получает ответ: <a href=\"#agency/first\">",
             "Также перепечатали: ", " и ещё 8 [", "впервые опубликовано: ", "2 января 2024 года",
             "<span class=\"label\">Отрицание</span>", "11 утверждений, 1 независимый источник"});
}

TEST_F(TimelineRelations, ReferencesNameTheFirstPublisher) {
  auto const items = Json::parse(text("timeline.csl.json?dataset=agency"));
  int copies = 0;
  for (auto const& each : items) {
    if (!each.contains("original-publisher")) continue;
    ++copies;
    EXPECT_EQ(each["original-publisher"], each["id"] == "agency/s9" ? "Paper 8" : "The Agency");
  }
  EXPECT_EQ(copies, 10);
  expect_in(text("timeline.bib?dataset=agency"), {"origpublisher = {{The Agency}}"});
}

}  // namespace
}  // namespace annals
