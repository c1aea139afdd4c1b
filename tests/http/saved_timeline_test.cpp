#include <gtest/gtest.h>

#include "support/editor.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;

/// Five events, of which the query of a saved timeline gives the three of type talks.
class SavedTimelines : public testing::Test {
 protected:
  SavedTimelines() : editor_(database_.pool()) {
    editor_.put("d", {{"title", "D"}, {"licence", "CC0-1.0"}});
    editor_.put("other", {{"title", "Other"}, {"licence", "CC-BY-4.0"}});
    put("d", "first", "talks", "2020-01-05");
    put("d", "second", "talks", "2020-02");
    put("d", "third", "talks", "2021-03-04");
    put("d", "battle", "battle", "2020-01-20");
    put("other", "visit", "visit", "2020-06-01");
  }
  void put(std::string const& dataset, std::string const& key, std::string const& type,
           std::string const& date) {
    editor_.put(dataset + "/events/" + key,
                {{"title", "The " + key}, {"type", type}, {"status", "occurred"}, {"date", date}});
  }
  void save(Json more) {
    more["title"] = "Talks and more";
    more["query"] = {{"type", "talks"}};
    editor_.put("d/timelines/t", more);
  }
  Json assembled(std::string const& query = "") {
    return editor_.json("/v1/datasets/d/timelines/t/assembled" + query);
  }
  static std::string keys(Json const& timeline) {
    std::string all;
    for (auto const& entry : timeline["entries"]) all += entry["event"]["key"].get<std::string>() + " ";
    return all;
  }
  std::string text(std::string const& suffix) {
    return test::body_of(editor_.get("/v1/datasets/d/timelines/t/assembled." + suffix));
  }

  test::TestDatabase database_;
  test::Editor editor_;
};

TEST_F(SavedTimelines, AreTheirQueryWithWhatIsPinnedWithoutWhatIsLeftOut) {
  save({{"introduction", "How it went."},
        {"pins", {"battle", "other/visit", "first", "nowhere"}},
        {"excludes", {"second"}},
        {"notes", {{"battle", "Between the *talks*."}, {"other/visit", "Elsewhere."}}}});
  auto const timeline = assembled();
  EXPECT_EQ(timeline["title"], "Talks and more");
  EXPECT_EQ(timeline["introduction"], "How it went.");
  EXPECT_EQ(keys(timeline), "first battle visit third ") << "in the order of their dates";
  EXPECT_EQ(timeline["entries"][1]["note"], "Between the *talks*.");
  EXPECT_EQ(timeline["entries"][2]["note"], "Elsewhere.");
  EXPECT_TRUE(timeline["entries"][0]["note"].is_null());
  ASSERT_EQ(timeline["datasets"].size(), 2U) << "whose licences hold";
  EXPECT_EQ(timeline["datasets"][1]["licence"], "CC-BY-4.0");
  EXPECT_NE(text("csv").find("Elsewhere."), std::string::npos);
}

TEST_F(SavedTimelines, StandInSectionsByHandAndByPeriod) {
  save({{"pins", {"battle"}},
        {"sections",
         {{{"title", "The year 2020"}, {"from", "2020"}, {"to", "2020"}},
          {{"title", "By hand"}, {"events", {"first"}}},
          {{"title", "Nothing"}, {"to", "1990"}}}}});
  auto const timeline = assembled();
  EXPECT_EQ(keys(timeline), "third battle second first ");
  EXPECT_TRUE(timeline["entries"][0]["section"].is_null()) << "what is in none comes first";
  EXPECT_EQ(timeline["entries"][1]["section"], "The year 2020");
  EXPECT_EQ(timeline["entries"][2]["section"], "The year 2020");
  EXPECT_EQ(timeline["entries"][3]["section"], "By hand");
  auto const markdown = text("md");
  auto const year = markdown.find("## The year 2020"), hand = markdown.find("## By hand");
  EXPECT_LT(markdown.find("The third"), year);
  EXPECT_LT(year, markdown.find("The battle"));
  EXPECT_LT(markdown.find("The second"), hand);
  EXPECT_LT(hand, markdown.find("The first"));
  EXPECT_EQ(markdown.find("## Nothing"), std::string::npos);
}

TEST_F(SavedTimelines, RefuseSectionsAndNotesThatAreNone) {
  auto const refused = [&](Json const& body) {
    Json all = {{"title", "T"}};
    all.update(body);
    auto const response = editor_.send("PUT", "/v1/datasets/d/timelines/bad", all.dump());
    EXPECT_EQ(response.status, 422) << response.body;
    return test::faults_of(response);
  };
  using Faults = std::vector<std::string>;
  EXPECT_EQ(refused({{"sections", {{{"title", "A"}, {"from", "soon"}}, {{"events", "x"}}}}}),
            (Faults{"/sections/0/from invalid-date", "/sections/1/events invalid-value",
                    "/sections/1/title required"}));
  EXPECT_EQ(refused({{"sections", {{{"title", "A"}, {"colour", "red"}}}}}),
            Faults{"/sections/0/colour unknown-member"});
  EXPECT_EQ(refused({{"notes", {{"first", 5}}}}), Faults{"/notes/first invalid-value"});
}

TEST_F(SavedTimelines, SpeakTheirLanguage) {
  save({{"language", "ru"}, {"excludes", {"first", "third"}}});
  EXPECT_EQ(assembled()["language"], "ru");
  auto const markdown = text("md");
  EXPECT_NE(markdown.find("**февраль 2020 года** The second"), std::string::npos) << markdown;
  EXPECT_NE(markdown.find("## Источники"), std::string::npos);
  EXPECT_NE(markdown.find("Лицензия: CC0"), std::string::npos);
}

TEST_F(SavedTimelines, AreTheSameUntilSomethingChanges) {
  save({});
  auto const before = text("json");
  EXPECT_EQ(text("json"), before);
  put("d", "first", "talks", "2020-01-06");
  auto const after = assembled();
  EXPECT_NE(after["as_of"], Json::parse(before)["as_of"]) << "the latest change";
  auto then = assembled("?as_of=" + Json::parse(before)["as_of"].get<std::string>());
  EXPECT_EQ(then["entries"], Json::parse(before)["entries"]);
}

TEST_F(SavedTimelines, KeepACuratorsMarkdownInMarkdown) {
  save({{"introduction", "# How *it* went\n\n<b>Here</b> and [there](javascript:x)."},
        {"notes", {{"first", "One.\n\n- two"}}}});
  auto const markdown = text("md");
  EXPECT_NE(markdown.find("\n## How *it* went\n\n\\<b\\>Here\\</b\\> and there.\n"), std::string::npos)
      << markdown;
  EXPECT_NE(markdown.find("\n  - One.\n\n      - two\n"), std::string::npos) << markdown;
  EXPECT_NE(markdown.find("- Timeline: d/t\n"), std::string::npos) << markdown;
}

TEST_F(SavedTimelines, AreAFeedWithANameAndAddressOfItsOwn) {
  save({{"pins", {"battle"}}});
  auto const feed = text("atom");
  EXPECT_NE(feed.find("<id>tag:annals,2026:timeline/d/t</id>"), std::string::npos) << feed;
  EXPECT_NE(feed.find("href=\"/v1/datasets/d/timelines/t/assembled.atom\""), std::string::npos) << feed;
  auto const then = text("atom?known_by=2021");
  EXPECT_NE(then.find("<id>tag:annals,2026:timeline/d/t?known_by=2021</id>"), std::string::npos) << then;
  EXPECT_NE(then.find("assembled.atom?known_by=2021\""), std::string::npos) << then;
}

TEST_F(SavedTimelines, TakeWhatWasKnownOfTheRequest) {
  save({});
  EXPECT_EQ(keys(assembled("?known_by=2020-12-31")), "") << "no claim is known";
  EXPECT_EQ(editor_.get("/v1/datasets/d/timelines/t/assembled?type=battle").status, 400);
  EXPECT_EQ(editor_.get("/v1/datasets/d/timelines/none/assembled").status, 404);
}

}  // namespace
}  // namespace annals
