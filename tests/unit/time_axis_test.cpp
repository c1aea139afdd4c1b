#include "domain/time_axis.hpp"

#include <gtest/gtest.h>

namespace annals {
namespace {

constexpr int line = 150;  // characters

CivilSeconds at(std::string const& edtf) {
  return begin_of(*DateExpression::parse(edtf).bounds().start.earliest);
}

std::vector<std::string> labels(std::string const& from, std::string const& before, int characters = line) {
  std::vector<std::string> all;
  for (auto const& tick : time_ticks(at(from), at(before), characters, Language::en))
    all.push_back(tick.label);
  return all;
}

using Labels = std::vector<std::string>;

TEST(TimeAxis, CountsInWhatTheStretchIsOf) {
  EXPECT_EQ(labels("2023-09-19T13:00:00", "2023-09-19T16:00:00", 60),
            (Labels{"13:00", "13:30", "14:00", "14:30", "15:00", "15:30"}));
  EXPECT_EQ(labels("2023-09-19", "2023-09-23"),
            (Labels{"19 September 2023", "20 September 2023", "21 September 2023", "22 September 2023"}));
  EXPECT_EQ(labels("2023-10-15", "2024-03-20"),
            (Labels{"November 2023", "December 2023", "January 2024", "February 2024", "March 2024"}));
  EXPECT_EQ(labels("2022-05", "2023-08", 90), (Labels{"July 2022", "January 2023", "July 2023"}));
  EXPECT_EQ(labels("2019-06", "2024-06"), (Labels{"2020", "2021", "2022", "2023", "2024"}));
  EXPECT_EQ(labels("1895", "1995"),
            (Labels{"1900", "1910", "1920", "1930", "1940", "1950", "1960", "1970", "1980", "1990"}));
  EXPECT_EQ(labels("1200", "2100", 90),
            (Labels{"1200", "1300", "1400", "1500", "1600", "1700", "1800", "1900", "2000"}));
}

TEST(TimeAxis, HasRoundYearsBeforeChristAndNoYearZero) {
  EXPECT_EQ(labels("-0299", "0301", 80), (Labels{"300 BC", "200 BC", "100 BC", "1", "100", "200", "300"}));
}

TEST(TimeAxis, NamesTheDayOfTimesOnceADay) {
  Labels days;
  for (auto const& tick :
       time_ticks(at("2023-09-19T20:00:00"), at("2023-09-20T08:00:00"), line, Language::en)) {
    if (!tick.day.empty()) days.push_back(tick.label + " " + tick.day);
  }
  EXPECT_EQ(days, (Labels{"20:00 19 September 2023", "00:00 20 September 2023"}));
}

TEST(TimeAxis, EndsWithTheCalendar) {
  auto const ticks = time_ticks(at("-9999") - 1'000'000'000, at("9999") + 2'000'000'000, line, Language::en);
  ASSERT_FALSE(ticks.empty());
  EXPECT_GE(ticks.front().at, at("-9999"));
  EXPECT_LE(ticks.back().at, at("9999"));
  EXPECT_TRUE(time_ticks(5, 5, line, Language::en).empty());
}

TEST(TimeAxis, IsInOrderWithRoomForItsLabels) {
  auto const day = at("1990-02-17");
  for (CivilSeconds span = 7200; span < 9'000 * 366 * seconds_of_day; span = span * 5 / 4) {
    auto const ticks = time_ticks(day - span / 2, day + span / 2, line, Language::en);
    ASSERT_FALSE(ticks.empty()) << span;
    EXPECT_LE(ticks.size(), 40U) << span;
    for (std::size_t i = 1; i < ticks.size(); ++i) {
      auto const characters =
          static_cast<double>(ticks[i].at - ticks[i - 1].at) * line / static_cast<double>(span);
      EXPECT_GT(characters, static_cast<double>(ticks[i - 1].label.size()))
          << span << ' ' << ticks[i - 1].label;
    }
  }
}

}  // namespace
}  // namespace annals
