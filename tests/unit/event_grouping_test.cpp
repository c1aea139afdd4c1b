#include "domain/event_grouping.hpp"

#include <gtest/gtest.h>

namespace annals {
namespace {

Day day(int year, unsigned month, unsigned number) {
  return date::year(year) / static_cast<int>(month) / static_cast<int>(number);
}

TEST(EventGrouping, PeriodsAreNamedAsEdtfAndIso8601NameThem) {
  EXPECT_EQ(period_text(GroupBy::year, day(2023, 1, 1)), "2023");
  EXPECT_EQ(period_text(GroupBy::year, day(-44, 1, 1)), "-0044");
  EXPECT_EQ(period_text(GroupBy::year, day(-9999, 1, 1)), "-9999");
  EXPECT_EQ(period_text(GroupBy::month, day(5, 9, 1)), "0005-09");
  EXPECT_EQ(period_text(GroupBy::day, day(9999, 12, 31)), "9999-12-31");
  EXPECT_EQ(period_text(GroupBy::week, day(2024, 4, 15)), "2024-W16");
}

TEST(EventGrouping, AWeekIsOfTheYearOfItsThursday) {
  EXPECT_EQ(period_text(GroupBy::week, day(2024, 12, 30)), "2025-W01");
  EXPECT_EQ(period_text(GroupBy::week, day(2020, 12, 28)), "2020-W53");
  EXPECT_EQ(period_text(GroupBy::week, day(2018, 1, 1)), "2018-W01");
  EXPECT_EQ(period_text(GroupBy::week, day(0, 1, 3)), "0000-W01");
}

TEST(EventGrouping, OneOrTwoDimensionsAndAQuantityAreTaken) {
  Parameters parameters{{"by", "year,actor"}, {"sum", "fatalities"}, {"type", "talks"}};
  auto const grouping = take_grouping(parameters);
  EXPECT_EQ(grouping.by, (std::vector{GroupBy::year, GroupBy::actor}));
  EXPECT_EQ(grouping.quantity, "fatalities");
  EXPECT_EQ(parameters, (Parameters{{"type", "talks"}}));
}

TEST(EventGrouping, AnythingElseIsRefused) {
  for (auto const& parameters :
       {Parameters{}, Parameters{{"by", ""}}, Parameters{{"by", "hour"}}, Parameters{{"by", "year,"}},
        Parameters{{"by", "year,type,status"}}, Parameters{{"by", "year,year"}},
        Parameters{{"by", "year"}, {"by", "type"}}, Parameters{{"by", "year"}, {"sum", "1"}},
        Parameters{{"by", "year"}, {"sum", ""}}, Parameters{{"by", "year"}, {"sum", "a"}, {"sum", "b"}}}) {
    auto given = parameters;
    EXPECT_THROW(static_cast<void>(take_grouping(given)), Error);
  }
}

}  // namespace
}  // namespace annals
