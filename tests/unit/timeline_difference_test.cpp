#include <gtest/gtest.h>

#include "base/error.hpp"
#include "domain/field_words.hpp"
#include "wire/readable_value.hpp"
#include "wire/timeline_difference.hpp"

namespace annals {
namespace {

/// A timeline of these entries, in this order.
std::string timeline(std::vector<std::string> const& keys) {
  std::string entries;
  for (auto const& key : keys) {
    entries += (entries.empty() ? "" : ",");
    entries += R"({"event":{"key":")" + key + R"(","dataset":"d","title":"T"},"claims":[]})";
  }
  return R"({"title":"T","entries":[)" + entries + R"(],"spans":[],"sources":[],"as_of":"now"})";
}

std::string moved(std::vector<std::string> const& from, std::vector<std::string> const& to) {
  std::string all;
  for (auto const& item :
       wire::compare(wire::take_apart(timeline(from)), wire::take_apart(timeline(to))).entries_moved)
    all += item.key + " ";
  return all;
}

TEST(TimelineDifference, MovesAsFewAsItCan) {
  EXPECT_EQ(moved({"a", "b", "c"}, {"a", "b", "c"}), "");
  EXPECT_EQ(moved({"a", "b", "c", "d"}, {"d", "a", "b", "c"}), "d ");
  EXPECT_EQ(moved({"a", "b", "c", "d"}, {"b", "c", "d", "a"}), "a ");
  EXPECT_EQ(moved({"a", "b", "c"}, {"x", "a", "y", "c"}), "") << "what is new or gone moves nothing";
  EXPECT_EQ(moved({}, {"a"}), "");
}

TEST(TimelineDifference, NamesWhatIsInOneAlone) {
  auto const all =
      wire::compare(wire::take_apart(timeline({"a", "b"})), wire::take_apart(timeline({"b", "c"})));
  ASSERT_EQ(all.entries_added.size(), 1U);
  EXPECT_EQ(all.entries_added[0].key, "c");
  ASSERT_EQ(all.entries_dropped.size(), 1U);
  EXPECT_EQ(all.entries_dropped[0].key, "a");
  EXPECT_TRUE(all.entries_changed.empty());
  EXPECT_FALSE(all.empty());
}

TEST(TimelineDifference, IsNoneWhereFootnotesHaveOtherNumbersAlone) {
  auto const numbered = [](std::string const& n) {
    return wire::take_apart(R"({"title":"T","entries":[{"event":{"key":"e","dataset":"d"},"footnotes":[)" +
                            n + R"(],"plans":[{"said_on":[{"claim":"c","n":)" + n +
                            R"(}]}]}],"sources":[{"n":)" + n +
                            R"(,"key":"s","dataset":"d","republished_by":[)" + n + R"(]}]})");
  };
  EXPECT_TRUE(wire::compare(numbered("1"), numbered("2")).empty());
}

TEST(TimelineDifference, OfPartsThatAreOtherwiseThanOursIsToldAllTheSame) {
  auto const odd = [](std::string const& value) {
    return wire::take_apart(
        R"({"title":"T","entries":[{"event":{"key":"e","dataset":"d","title":5,"date":[]},"plans":)" + value +
        R"(,"claims":)" + value + R"(,"disputes":)" + value + "}]}");
  };
  EXPECT_TRUE(wire::compare(odd("5"), odd("5")).empty());
  for (auto const* value :
       {"[5]", "[[5]]", "\"x\"", R"([{"said_on":5}])", R"([{"said_on":[5],"key":5}])", "{}"})
    EXPECT_NO_THROW(static_cast<void>(wire::compare(odd("5"), odd(value)))) << value;
}

TEST(TimelineParts, AreCanonicalTogether) {
  auto const canonical = wire::canonical_timeline(wire::take_apart(
      R"({"title": "\u003cT\u00e9", "entries": [{"event": {"key": "k", "dataset": "d"}, "b": 1.50, "a": [true, null]}],
          "as_of": "now", "claims": 0, "zoo": {"y": 1, "x": 2}})"));
  EXPECT_EQ(
      canonical,
      R"({"as_of":"now","claims":0,"entries":[{"a":[true,null],"b":1.5,"event":{"dataset":"d","key":"k"}}],)"
      R"("sources":[],"spans":[],"title":"<Té","zoo":{"x":2,"y":1}})");
  EXPECT_EQ(wire::canonical_timeline(wire::take_apart(canonical)), canonical);
}

TEST(TimelineParts, AreOfATimelineAlone) {
  for (auto const* json :
       {"", "{", "[]", "{}", R"({"title":5})", R"({"title":"T","entries":[{}]})",
        R"({"title":"T","entries":[{"event":{"key":5,"dataset":"d"}}]})", "nul", "\"\xff\""})
    EXPECT_THROW(static_cast<void>(wire::take_apart(json)), Error) << json;
  EXPECT_THROW(static_cast<void>(wire::take_apart(std::string(100000, '['))), Error);
}

TEST(TimelineDifference, ReadsItsValuesToPeople) {
  auto const read = [](char const* field, char const* json, Language language = Language::en) {
    return wire::readable(field, json, language);
  };
  EXPECT_EQ(read("title", "null"), "–");
  EXPECT_EQ(read("title", R"("text")"), "text");
  EXPECT_EQ(read("date", R"({"edtf":"2020-01-05","text":"5 January 2020"})"), "5 January 2020");
  EXPECT_EQ(read("date", R"({"edtf":"2020-01-05","text":"5 January 2020"})", Language::ru),
            "5 января 2020 года");
  EXPECT_EQ(read("place", R"({"key":"p","name":"Place"})"), "Place");
  EXPECT_EQ(read("place", R"({"key":"p"})"), "p");
  EXPECT_EQ(read("quantities.troops", R"({"best":5,"low":3,"high":null})"), "5 (at least 3)");
  EXPECT_EQ(read("quantities.troops", R"({"best":5,"low":null,"high":null})"), "5");
  EXPECT_EQ(read("quantities.troops", R"({"low":3,"high":9})", Language::ru), "3–9");
  EXPECT_EQ(read("disputes.status",
                 R"([{"value":"planned","claims":["a"]},{"value":"occurred","claims":["b"]}])", Language::ru),
            "запланировано; произошло");
  EXPECT_EQ(read("participants", R"([{"role":"peace_keeper","actor":"a","name":"A"}])"), "A (peace keeper)");
  EXPECT_EQ(read("relations", R"([{"relation":"responds_to","dataset":"d","event":"e"}])"), "responds to e");
  EXPECT_EQ(read("incoming_relations", R"([{"relation":"responds_to","dataset":"d","event":"e"}])"),
            "is answered by e");
  EXPECT_EQ(read("days", R"({"min":3,"max":5})"), "3 to 5 days");
  EXPECT_EQ(read("difference_days", R"({"min":-5,"max":-3})"), "3 to 5 days earlier");
  EXPECT_EQ(read("plans", R"([{"date":{"edtf":"2020"},"said_on":[],"difference_days":{"min":1,"max":1}}])"),
            "2020 (1 day later)");
  EXPECT_EQ(read("credibility", "2"), "probably true");
  EXPECT_EQ(read("credibility", "7"), "7");
  EXPECT_EQ(read("date", R"({"edtf":"no date"})"), "no date");
  EXPECT_EQ(read("attributes", R"({"a":1,"b":"x"})"), "a: 1; b: x");
  EXPECT_EQ(read("not_evidenced", R"(["place","quantities.people_killed"])"), "place; people killed");
  EXPECT_EQ(read("tags", "[]"), "–");
}

TEST(TimelineDifference, CallsItsFieldsByTheirNames) {
  EXPECT_EQ(describe_field("date", Language::ru), "дата");
  EXPECT_EQ(describe_field("disputes.quantities.people_killed", Language::en), "disputed: people killed");
  EXPECT_EQ(describe_field("quantities.days", Language::en), "days") << "a user's word, not ours";
  EXPECT_EQ(describe_field("asserted.status", Language::en), "status");
  EXPECT_EQ(describe_field("query.type", Language::ru), "отбор: вид");
}

}  // namespace
}  // namespace annals
