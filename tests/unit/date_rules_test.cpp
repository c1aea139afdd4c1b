#include <gtest/gtest.h>

#include <ctime>
#include <random>

#include "domain/edtf.hpp"
#include "domain/phrases.hpp"
#include "support/effort.hpp"

namespace annals {
namespace {

DateExpression at(std::string_view text) { return DateExpression::parse(text); }
Window day(std::string_view text) {
  auto const bounds = at(text).bounds();
  return {bounds.start.earliest->day, bounds.end.latest->day};
}

TEST(DateConflict, FollowsTheContractsExamples) {
  struct Case {
    char const* a;
    char const* b;
    bool conflicts;
  };
  Case const cases[] = {
      {"2024", "2024-04-17", false},
      {"2020-11-10T07:00:00+04:00", "2020-11-10T03:00:00Z", false},
      {"2020-11-10T07:00:00+04:00", "2020-11-10T07:00:00Z", true},
      {"2020-11-10T07:00:00+04:00", "2020-11-10", false},
      {"2024-04-10", "2024-04-17", true},
      {"2020-11-10/2024-06-12", "2020-11-10/", false},
      {"2020-11-10/2024-06-12", "2020-11/2024-06-13", true},
      {"2020-11-10/..", "2020-11/2024-06-13", false},
      {"2023-09-19/2023-09-20", "2023-09-20", false},
      {"2023-09-19/2023-09-20", "2023-09-21", true},
      {"{2022-10,2023-05}", "{2022-10-05,2023-05-14}", false},
      {"{2022-10,2023-05}", "2022-10", true},
      {"2010-XX-10", "2010-03-11", true},
      {"2010-XX-10", "2010-03-10", false},
      {"[2020-01-01,2020-03-01]", "2020-02", true},
  };
  for (auto const& [a, b, conflicts] : cases) EXPECT_EQ(conflict(at(a), at(b)), conflicts) << a << " " << b;
}

TEST(DateConflict, AHundredDatesFullOfGapsAreComparedAtOnce) {
  for (std::string const one : {"1XXX-XX-0X", "19XX-XX-0X"}) {
    std::string text = "{" + one;
    while (text.size() + one.size() + 2 <= 1024) text += ',' + one;
    auto const date = at(text + '}');
    auto const begun = std::clock();  // of the processor: what runs beside does not count
    EXPECT_FALSE(conflict(date, date));
    EXPECT_TRUE(lies_within(date, date));
    EXPECT_LT((std::clock() - begun) / CLOCKS_PER_SEC, 10) << one;
  }
}

TEST(DateWithin, EveryRangeLiesInOneOfTheOthers) {
  EXPECT_TRUE(lies_within(at("[2020-05-01,2020-03-05]"), at("[2020-02..2020-04,2020-03-01,2020-05]")));
  EXPECT_FALSE(lies_within(at("[2020-05-01,2020-03-05]"), at("[2020-02..2020-04,2020-03-01,2020-06]")));
  EXPECT_FALSE(lies_within(at("[2020-03-05,2020-05-01]"), at("[2020-04..2020-06]")));
  EXPECT_TRUE(lies_within(at("[..2020-03]"), at("[..2020-04]")));
  EXPECT_FALSE(lies_within(at("[..2020-04]"), at("[..2020-03]")));
  EXPECT_TRUE(lies_within(at("[2020-04..]"), at("[2020-03..]")));
  EXPECT_FALSE(lies_within(at("[2020-04..]"), at("[2020-03..2021-03]")));
}

TEST(DateOverlap, PossibleNeverExcludesWhatIsNotKnownAndCertainNeedsIt) {
  EXPECT_TRUE(possibly_overlaps(at("[2024-04-10..2024-04-17]"), day("2024-04-12")));
  EXPECT_FALSE(certainly_overlaps(at("[2024-04-10..2024-04-17]"), day("2024-04-12")));
  EXPECT_TRUE(certainly_overlaps(at("2020-11-10/2024-06-12"), day("2024-04-12")));
  EXPECT_TRUE(certainly_overlaps(at("2020-11-10/.."), day("2030")));
  EXPECT_TRUE(possibly_overlaps(at("2020-11-10/"), day("2030")));
  EXPECT_FALSE(certainly_overlaps(at("2020-11-10/"), day("2030")));
  EXPECT_TRUE(certainly_overlaps(at("2020-11-10/"), day("2020-11-10")));
  EXPECT_FALSE(certainly_overlaps(at("[..2020]"), day("1900")));
  EXPECT_TRUE(possibly_overlaps(at("[..2020]"), day("1900")));
  EXPECT_FALSE(possibly_overlaps(at("{2022-10,2023-05}"), day("2023-01")));
  EXPECT_TRUE(certainly_overlaps(at("{2022-10,2023-05}"), day("2023-05")));
}

TEST(DateValue, IsTheSameHoweverWritten) {
  EXPECT_TRUE(same_value(at("2020-11-10T07:00:00+04:00"), at("2020-11-10T03:00:00Z")));
  EXPECT_TRUE(same_value(at("2023-10"), at("2023-10~")));
  EXPECT_TRUE(same_value(at("{2022,2023}"), at("{2023,2022}")));
  EXPECT_FALSE(same_value(at("2023-10-01/2023-10-31"), at("2023-10")));
  EXPECT_FALSE(same_value(at("2020-11/"), at("2020-11/..")));
}

TEST(DateValue, LiesWithinACoarserOneOfItsKind) {
  EXPECT_TRUE(lies_within(at("2023-10-05"), at("2023-10~")));
  EXPECT_FALSE(lies_within(at("2023"), at("2023-10")));
  EXPECT_TRUE(lies_within(at("2020-11-10T07:00:00+04:00"), at("2020-11-10")));
  EXPECT_FALSE(lies_within(at("2020-11-10"), at("2020-11-10T07:00:00+04:00")));
  EXPECT_FALSE(lies_within(at("2020-11-10/"), at("2020-11-10/2024-06-12")));
  EXPECT_TRUE(lies_within(at("2020-11-10/2024-06-12"), at("2020-11/")));
  EXPECT_TRUE(lies_within(at("{2022-10-06,2023-05-14}"), at("{2022-10,2023-05}")));
  EXPECT_FALSE(lies_within(at("2022-10"), at("2022-10/2022-11")));
}

TEST(DateText, ReadsAsRussian) {
  std::pair<char const*, char const*> const cases[] = {
      {"2020-11-10", "10 ноября 2020 года"},
      {"2023-10", "октябрь 2023 года"},
      {"2020", "2020 год"},
      {"-0043", "44 год до н. э."},
      {"199X", "1990-е годы"},
      {"2023-10~", "около октября 2023 года"},
      {"2020-09-27?", "предположительно 27 сентября 2020 года"},
      {"2022-12-12/..", "с 12 декабря 2022 года"},
      {"../2024-01-01", "до 1 января 2024 года включительно"},
      {"2020-09-27/2020-11", "27 сентября 2020 года – ноябрь 2020 года"},
      {"[2024-04-10..2024-04-17]", "в промежутке 10 апреля 2024 года – 17 апреля 2024 года"},
      {"[..1984]", "не позднее 1984 года"},
      {"{2022-10,2023-05}", "октябрь 2022 года и май 2023 года"},
      {"[2022-10,2023-05]", "октябрь 2022 года или май 2023 года"},
      {"2020-11-10T07:00:00+04:00", "10 ноября 2020 года, 07:00 (UTC+04:00)"},
      {"2001-21", "весна 2001 года"},
      {"2024-04-XX", "один из дней апреля 2024 года"},
  };
  for (auto const& [edtf, text] : cases) EXPECT_EQ(describe(at(edtf), Language::ru), text) << edtf;
  EXPECT_EQ(counted(1, Counted::days, Language::ru), "1 день");
  EXPECT_EQ(counted(22, Counted::days, Language::ru), "22 дня");
  EXPECT_EQ(counted(1311, Counted::days, Language::ru), "1311 дней");
  EXPECT_EQ(counted(1, Counted::days, Language::en), "1 day");
}

TEST(DateText, ReadsAsEnglish) {
  std::pair<char const*, char const*> const cases[] = {
      {"[2024-04-10..2024-04-17]", "between 10 and 17 April 2024"},
      {"2023-10~", "about October 2023"},
      {"2022-12-12/..", "since 12 December 2022"},
      {"2020-09-27?/2020-11-09", "perhaps 27 September 2020 to 9 November 2020"},
      {"2023-09-19/2023-09-20", "19 to 20 September 2023"},
      {"2023-09-24/2023-10-03", "24 September to 3 October 2023"},
      {"{2022-10,2023-05}", "October 2022 and May 2023"},
      {"../2024-01-01", "until 1 January 2024"},
      {"2020-11/", "November 2020 to an unknown date"},
      {"2020-11-10T07:00:00+04:00", "10 November 2020, 07:00 (UTC+04:00)"},
      {"[..1984]", "in or before 1984"},
      {"2001-21", "spring 2001"},
      {"2001-33", "the first quarter of 2001"},
      {"201X", "the 2010s"},
      {"-0043", "44 BC"},
      {"2004-06-~11", "11 June 2004 (day approximate)"},
      {"2004?-06-11", "11 June 2004 (year uncertain)"},
  };
  for (auto const& [edtf, text] : cases) EXPECT_EQ(describe(at(edtf)), text) << edtf;
}

// Expressions over a small calendar, with an oracle that knows nothing but days.
class RandomDates {
 public:
  explicit RandomDates(unsigned seed) : random_(seed) {}

  std::string single() {
    std::string text = std::to_string(2019 + below(3));
    int const finer = below(4);
    if (finer == 0) return text + mark();
    text += "-0" + std::to_string(1 + below(3));
    if (finer == 1) return text + mark();
    return text + "-" + (finer == 2 ? below(2) ? "0X" : "X5" : "0" + std::to_string(1 + below(5))) + mark();
  }
  std::string one_of() { return "[" + single() + "," + single() + "]"; }
  int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

 private:
  std::string mark() { return std::array{"", "", "?", "~", "%"}[static_cast<std::size_t>(below(5))]; }
  std::mt19937 random_;
};

bool written_allows(std::string const& text, std::string const& day) {
  for (std::size_t i = 0, j = 0; i < text.size(); ++i) {
    if (text[i] == '?' || text[i] == '~' || text[i] == '%') return true;
    if (text[i] != 'X' && text[i] != day[j]) return false;
    ++j;
  }
  return true;
}

bool share_a_day(std::string const& a, std::string const& b) {
  for (Day day = Day(date::year(2018) / 1 / 1); day < Day(date::year(2023) / 1 / 1); day += date::days(1)) {
    if (written_allows(a, iso_day(day)) && written_allows(b, iso_day(day))) return true;
  }
  return false;
}

TEST(DateProperties, HoldForRandomExpressions) {
  RandomDates random(test::random_seed());
  for (int i = 0; i < 300; ++i) {
    auto const a = random.single();
    auto const b = random.single();
    auto const x = at(a);
    auto const y = at(b);
    EXPECT_EQ(print(x.tree()), a);
    EXPECT_LE(x.bounds().start.earliest->day, x.bounds().end.latest->day) << a;
    EXPECT_EQ(conflict(x, y), !share_a_day(a, b)) << a << " " << b;
    EXPECT_EQ(conflict(x, y), conflict(y, x)) << a << " " << b;
    EXPECT_TRUE(lies_within(x, at(a.substr(0, 4)))) << a;
    EXPECT_FALSE(conflict(x, at(a.substr(0, 4)))) << a;
    auto const list = random.one_of();
    EXPECT_EQ(conflict(at(list), y), conflict(y, at(list))) << list << " " << b;
    EXPECT_EQ(print(at(list).tree()), list);
    EXPECT_EQ(at(list).tree(), edtf::parse(print(at(list).tree())));
  }
}

TEST(Order, IsCertainByInstantsByLocalTimesOrByDays) {
  struct Case {
    char const *first, *second;
    bool is_certain;
  };
  for (auto const& [first, second, is_certain] :
       {Case{"2023-09-19", "2023-09-20", true}, Case{"2023-09-19", "2023-09-19", false},
        Case{"2023-09-19T13:00", "2023-09-19T13:01", true},
        Case{"2023-09-19T13:00", "2023-09-19T13:00:30", false},
        Case{"2023-09-19T13", "2023-09-19T13:30", false},
        Case{"2023-09-19T13:00:00+04:00", "2023-09-19T09:30:00Z", true},
        Case{"2023-09-19T23:00:00-10:00", "2023-09-20T01:00:00+14:00", false},
        Case{"2023-09-19T13:00", "2023-09-19T14:00:00Z", false},
        Case{"2023-09-19T13:00", "2023-09-20T00:00:00Z", true},
        Case{"2023-09-19", "2023-09-19T14:00", false}}) {
    auto const latest = DateExpression::parse(first).bounds().start.latest;
    auto const earliest = DateExpression::parse(second).bounds().start.earliest;
    EXPECT_EQ(certainly_before(latest.value(), earliest.value()), is_certain) << first << ' ' << second;
  }
}

}  // namespace
}  // namespace annals
