#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "render/timeline_markdown.hpp"
#include "service/ask_timeline.hpp"
#include "service/build_timeline.hpp"
#include "service/import_file.hpp"
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

  void build(TimelineRenderer& renderer, Parameters const& parameters = {}) {
    database_.pool().in_transaction(db::Access::read, [&](db::Transaction& transaction) {
      service::build_timeline(transaction, service::ask_timeline(transaction, parameters), renderer);
    });
  }
  std::vector<std::string> keys(Parameters const& parameters) {
    Recorder told;
    build(told, parameters);
    std::vector<std::string> all;
    for (auto const& entry : told.entries) all.push_back(entry.event.head.key);
    return all;
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
  build(told, {{"known_by", "2023-10-07"}});
  EXPECT_EQ(told.entries.size(), 20U);
  EXPECT_EQ(told.entries.back().event.head.key, "mandate-end");
  for (auto const& entry : told.entries) {
    for (auto const& relation : entry.relations) EXPECT_NE(relation.other.key, "withdrawal-begins");
  }
}

TEST_F(Timeline, OfWhatIsDisputedHasNothingElse) {
  Recorder told;
  build(told, {{"disputed", "true"}});
  EXPECT_EQ(told.entries.size(), 9U);
  for (auto const& entry : told.entries) EXPECT_FALSE(entry.disputes.empty()) << entry.event.head.key;
}

TEST_F(Timeline, RefusesAParameterThatItDoesNotKnow) {
  EXPECT_THROW(static_cast<void>(keys({{"colour", "red"}})), Error);
  EXPECT_THROW(static_cast<void>(keys({{"dataset", "absent"}})), Error);
}

TEST_F(Timeline, FiltersByTheValuesKnownThen) {
  using Keys = std::vector<std::string>;
  EXPECT_EQ(keys({{"known_by", "2023-10-07"}, {"status", "planned"}}),
            (Keys{"visit-yerevan", "nkr-ends", "mandate-end"}));
  EXPECT_EQ(keys({{"known_by", "2023-10-07"}, {"date", "2025-11-05"}}),
            (Keys{"presence", "blockade", "offensive", "mandate-end"}));  // three had no end on record then
  EXPECT_EQ(keys({{"known_by", "2024-04-17"}, {"from", "2024-04"}, {"to", "2024-04"}, {"q", "completed"}}),
            keys({{"known_by", "2024-04-17"}, {"date", "2024-04"}, {"q", "completed"}}));
  EXPECT_EQ(keys({{"known_by", "2020-11-10"}, {"place", "Garabagh"}}), Keys{"deployment"});
  EXPECT_EQ(keys({{"known_by", "2020-11-10"}, {"place", "Khankendi"}}), Keys{});
  EXPECT_EQ(keys({{"known_by", "2020-11-10"}, {"q", "Ulyanovsk-Vostochny"}}),
            keys({{"known_by", "2020-11-10"}, {"min_troops", "1960"}}));
  auto const all = keys({{"known_by", "2024-12-31"}, {"claimant", "Torosyan"}});
  EXPECT_EQ(all, Keys{"visit-yerevan"});
}

TEST_F(Timeline, SortsBackwardsByTheDatesKnownThen) {
  auto forward = keys({{"known_by", "2023-10-07"}});
  std::reverse(forward.begin(), forward.end());
  EXPECT_EQ(keys({{"known_by", "2023-10-07"}, {"sort", "-date"}}), forward);
}

TEST_F(Timeline, BeginsWithSeedsAndFollowsRelations) {
  using Keys = std::set<std::string>;
  auto const reached = [&](char const* seed, char const* hops) {
    auto const all = keys({{"dataset", "karabakh"}, {"seed", seed}, {"hops", hops}});
    return Keys(all.begin(), all.end());
  };
  // Recomputed from the bundle's rows, both ways.
  std::multimap<std::string, std::string> relations;
  std::ifstream file(ANNALS_EXAMPLES "/karabakh/event_relations.csv");
  std::string line;
  for (std::getline(file, line); std::getline(file, line);) {
    auto const first = line.find(','), second = line.find(',', first + 1), third = line.find(',', second + 1);
    auto const event = line.substr(0, first), other = line.substr(second + 1, third - second - 1);
    relations.emplace(event, other);
    relations.emplace(other, event);
  }
  auto const expected = [&](std::string const& seed, int hops) {
    Keys all{seed}, fresh{seed};
    while (hops-- > 0) {
      Keys next;
      for (auto const& from : fresh) {
        for (auto [at, end] = relations.equal_range(from); at != end; ++at) {
          if (all.insert(at->second).second) next.insert(at->second);
        }
      }
      fresh = next;
    }
    return all;
  };
  for (auto const* seed : {"presence", "blockade", "ceasefire-2020", "zatulin-blow"}) {
    for (auto const* hops : {"0", "1", "2", "5"}) {
      EXPECT_EQ(reached(seed, hops), expected(seed, std::atoi(hops))) << seed << " " << hops;
    }
  }
  auto const two = keys({{"seed", "karabakh/presence"}});
  EXPECT_EQ(Keys(two.begin(), two.end()), expected("presence", 2));
  EXPECT_THROW(static_cast<void>(keys({{"seed", "absent"}})), Error);
  EXPECT_THROW(static_cast<void>(keys({{"seed", "presence"}, {"hops", "6"}})), Error);
  EXPECT_THROW(static_cast<void>(keys({{"hops", "2"}})), Error);
  // At a day nothing is reached through what was not known then.
  EXPECT_EQ(keys({{"seed", "deployment"}, {"hops", "5"}, {"known_by", "2020-11-10"}}),
            std::vector<std::string>{"deployment"});
  EXPECT_TRUE(keys({{"seed", "presence"}, {"hops", "5"}, {"known_by", "2020-11-10"}}).empty());
}

TEST_F(Timeline, LeavesOutStatementsWhenAsked) {
  Recorder told;
  build(told, {{"statements", "false"}});
  EXPECT_LT(told.entries.size(), 30U);
  for (auto const& entry : told.entries) EXPECT_NE(entry.event.type, "statement");
}

TEST_F(Timeline, FoldsEventsThatAreTheSame) {
  auto const folder = std::filesystem::temp_directory_path() / "annals-same";
  std::filesystem::create_directories(folder);
  auto const write = [&](char const* name, char const* text) { std::ofstream(folder / name) << text; };
  write("dataset.json", R"({"key": "other", "title": "Other", "visibility": "public"})");
  write("events.csv",
        "key,title,type,status,date\nthe-end,The last convoy,military.withdrawal,occurred,2024-06-13\n");
  write("sources.csv", "key,kind,title\ns,news,Told elsewhere\n");
  write("claims.csv", "key,event,source,stance,date\nc,the-end,s,asserts,2024-06-13\n");
  write("event_relations.csv", "event,relation,other\nthe-end,same_as,karabakh/withdrawal-completed\n");
  static_cast<void>(service::import_bundle(database_.pool(), folder));
  EXPECT_EQ(keys({}).size(), 31U);
  Recorder told;
  build(told, {{"merge", "true"}});
  ASSERT_EQ(told.entries.size(), 30U);
  auto const folded = std::find_if(told.entries.begin(), told.entries.end(),
                                   [](TimelineEntry const& entry) { return !entry.merged.empty(); });
  ASSERT_NE(folded, told.entries.end());
  EXPECT_EQ(folded->event.head.key, "withdrawal-completed");
  EXPECT_EQ(folded->merged, (std::vector<Reference>{{"other", "the-end"}}));
  EXPECT_EQ(folded->claims.back().claim.head.key, "other/c");
  EXPECT_EQ(folded->event.disputed, std::vector<std::string>{"date"});
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
