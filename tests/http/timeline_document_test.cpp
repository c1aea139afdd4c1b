#include <gtest/gtest.h>

#include "support/case_service.hpp"
#include "support/importing.hpp"

namespace annals {
namespace {

/// What the page is made into by other programs: a suffix, and how such a file begins.
class TimelineDocuments : public testing::TestWithParam<std::pair<char const*, char const*>> {
 protected:
  static void SetUpTestSuite() { case_ = std::make_unique<test::CaseService>(ANNALS_TEST_DATA "/feeds"); }
  static void TearDownTestSuite() { case_.reset(); }
  static std::string address(std::string const& query) {
    return std::string("/v1/timeline.") + GetParam().first + query;
  }
  static std::unique_ptr<test::CaseService> case_;
};
std::unique_ptr<test::CaseService> TimelineDocuments::case_;

TEST_P(TimelineDocuments, AreFilesOfTheirKindAndSayWhatTheyLeaveOut) {
  auto const answer = case_->get(address("?undated=include"));
  ASSERT_EQ(answer.status, 200) << test::body_of(answer);
  EXPECT_TRUE(test::body_of(answer).starts_with(GetParam().second));
  EXPECT_NE(test::header_of(answer, "Annals-Left-Out"), "");
}

TEST_P(TimelineDocuments, AreTheSameTwice) {
  auto const first = test::body_of(case_->get(address("?dataset=feeds")));
  EXPECT_TRUE(first == test::body_of(case_->get(address("?dataset=feeds"))));
}

TEST_P(TimelineDocuments, AreMadeOfNothingToo) {
  auto const answer = case_->get(address("?dataset=feeds&date=1500"));
  EXPECT_EQ(answer.status, 200) << test::body_of(answer);
}

INSTANTIATE_TEST_SUITE_P(Kinds, TimelineDocuments,
                         testing::Values(std::pair{"pdf", "%PDF-1.7"}, std::pair{"docx", "PK"},
                                         std::pair{"odt", "PK"}));

TEST(TimelineDocument, HasNoMoreEntriesThanItsProgramTakes) {
  test::TestDatabase database;
  test::ImportingEditor editor(database.pool(), "Anahit");
  editor.put("d", {{"title", "D"}});
  std::string events = "key,title,type,status,date\n";
  for (int i = 0; i <= 400; ++i) events += "e" + std::to_string(i) + ",E,talks,occurred,2020\n";
  editor.import("d",
                test::zip_of({{"dataset.json", R"({"key": "d", "title": "D"})"}, {"events.csv", events}}));
  EXPECT_EQ(test::problem_of(editor.get("/v1/timeline.pdf")), "too-many");
}

/// Nothing may hold together all entries that have no more than a title, which would leave pages empty.
TEST(TimelineDocument, FillsItsPages) {
  test::TestDatabase database;
  test::Editor editor(database.pool());
  editor.put("d", {{"title", "D"}});
  for (int i = 0; i < 20; ++i)
    editor.put("d/events/e" + std::to_string(i),
               {{"title", "E"}, {"type", "talks"}, {"status", "occurred"}, {"date", "2020"}});
  auto const pdf = test::body_of(editor.get("/v1/timeline.pdf"));
  std::string const page = "/Type /Page\n";
  int pages = 0;
  for (auto at = pdf.find(page); at != std::string::npos; at = pdf.find(page, at + 1)) ++pages;
  EXPECT_EQ(pages, 2);
}

}  // namespace
}  // namespace annals
