#include <gtest/gtest.h>

#include "render/timeline_markdown.hpp"
#include "service/ask_timeline.hpp"
#include "service/build_timeline.hpp"
#include "service/import_bundle.hpp"
#include "support/database.hpp"

namespace annals {
namespace {

/// Keeps what it is told.
class Recorder : public TimelineRenderer {
 public:
  void begin(TimelineHead const&) override {}
  void entry(TimelineEntry const& entry) override { entries.push_back(entry); }
  void span(TimelineSpan const& span) override { spans.push_back(span); }
  void footnote(Footnote const& footnote) override { footnotes.push_back(footnote); }
  void end(int count) override { without_date = count; }

  std::vector<TimelineEntry> entries;
  std::vector<TimelineSpan> spans;
  std::vector<Footnote> footnotes;
  int without_date = -1;
};

class Timeline : public testing::Test {
 protected:
  Timeline() { static_cast<void>(service::import_bundle(database_.pool(), ANNALS_EXAMPLES "/karabakh")); }

  void build(TimelineRenderer& renderer, char const* known_by = nullptr) {
    database_.pool().in_transaction(db::Access::read, [&](db::Transaction& transaction) {
      service::TimelineRequest request;
      request.head.title = "The case";
      if (known_by != nullptr) request.known_by = DateExpression::parse(known_by).bounds().end.latest->day;
      for (auto const row : transaction.run(
               "select dataset_id, id from @event e order by sort_day, sort_last, sort_instant, key")) {
        request.events.push_back({row.small("dataset_id"), row.integer("id")});
      }
      service::build_timeline(transaction, request, renderer);
    });
  }

  test::TestDatabase database_;
};

TEST_F(Timeline, HasTheEntriesSpansAndSourcesOfTheCase) {
  Recorder told;
  build(told);
  ASSERT_EQ(told.entries.size(), 30U);
  EXPECT_EQ(told.entries.front().event.head.key, "war-2020");
  EXPECT_EQ(told.entries.back().event.head.key, "mandate-end");
  EXPECT_FALSE(told.entries.front().certainly_after_previous.has_value());
  std::vector<std::string> spans;
  for (auto const& span : told.spans) spans.push_back(span.event);
  EXPECT_EQ(spans, (std::vector<std::string>{"war-2020", "presence", "blockade", "offensive"}));
  EXPECT_EQ(told.spans[1].span.start, "deployment");
  EXPECT_EQ(told.spans[1].span.days, (DayCount{1311, 1311}));
  EXPECT_EQ(told.spans[1].span.planned_days, (DayCount{1818, 1847}));
  EXPECT_EQ(told.footnotes.size(), 33U);
  EXPECT_EQ(told.without_date, 0);
}

TEST_F(Timeline, NumbersFootnotesInOrderOfFirstUse) {
  Recorder told;
  build(told);
  int highest = 0;
  for (auto const& entry : told.entries) {
    EXPECT_FALSE(entry.footnotes.empty()) << entry.event.head.key;
    for (auto const& number : entry.footnotes) {
      EXPECT_LE(number, highest + 1);
      highest = std::max(highest, number);
    }
    for (auto const& one : entry.claims) {
      auto const& key = one.claim.source.key;
      EXPECT_TRUE(std::any_of(entry.footnotes.begin(), entry.footnotes.end(), [&](int n) {
        return told.footnotes.at(static_cast<std::size_t>(n - 1)).source.head.key == key;
      })) << key;
    }
  }
}

TEST_F(Timeline, OrdersByWhatWasKnown) {
  Recorder told;
  build(told, "2023-10-07");
  EXPECT_EQ(told.entries.size(), 20U);
  EXPECT_EQ(told.entries.back().event.head.key, "mandate-end");
  for (auto const& entry : told.entries) {
    for (auto const& relation : entry.relations) EXPECT_NE(relation.other.key, "withdrawal-begins");
  }
}

TEST_F(Timeline, OfWhatIsDisputedHasNothingElse) {
  Recorder told;
  database_.pool().in_transaction(db::Access::read, [&](db::Transaction& transaction) {
    service::build_timeline(transaction, service::ask_timeline(transaction, {{"disputed", "true"}}), told);
  });
  EXPECT_EQ(told.entries.size(), 9U);
  for (auto const& entry : told.entries) EXPECT_FALSE(entry.disputes.empty()) << entry.event.head.key;
}

TEST_F(Timeline, RefusesAParameterThatItDoesNotKnow) {
  database_.pool().in_transaction(db::Access::read, [&](db::Transaction& transaction) {
    EXPECT_THROW(static_cast<void>(service::ask_timeline(transaction, {{"colour", "red"}})), Error);
    EXPECT_THROW(static_cast<void>(service::ask_timeline(transaction, {{"dataset", "absent"}})), Error);
  });
}

TEST_F(Timeline, IsMarkdownWithEveryEntryAndSource) {
  std::string text;
  auto const markdown = render::timeline_markdown([&](std::string_view piece) { text += piece; });
  build(*markdown);
  EXPECT_NE(text.find("Russian peacekeepers stationed in Karabakh: 1311 days, planned 1818 to 1847 days"),
            std::string::npos);
  EXPECT_NE(text.find("between 10 and 17 April 2024"), std::string::npos);
  EXPECT_NE(text.find("\n33. "), std::string::npos);
  EXPECT_EQ(text.find("\n34. "), std::string::npos);
  std::size_t entries = 0;
  for (auto at = text.find("\n- **"); at != std::string::npos; at = text.find("\n- **", at + 1)) ++entries;
  EXPECT_EQ(entries, 30U);
}

}  // namespace
}  // namespace annals
