#include <gtest/gtest.h>

#include "domain/country_outline.hpp"

namespace annals {
namespace {

struct City {
  char const* country;
  Point point;
};

TEST(CountryOutline, HoldsItsCities) {
  for (auto const& [country, point] :
       {City{"AZ", {49.87, 40.41}}, City{"AM", {44.51, 40.18}}, City{"RU", {37.62, 55.75}},
        City{"RU", {-173.2, 64.4}}, City{"US", {-77.04, 38.9}}, City{"FR", {2.35, 48.86}},
        City{"NZ", {174.78, -41.29}}, City{"CL", {-70.9, -53.16}}, City{"ZA", {28.19, -25.75}},
        City{"LS", {27.48, -29.31}}, City{"FJ", {178.44, -18.14}}}) {
    EXPECT_EQ(lies_in_country(point, country, 1), true) << country << ' ' << point.longitude;
  }
}

TEST(CountryOutline, HoldsNoneOfTheSamePointsSwapped) {
  for (auto const& [country, point] :
       {City{"AZ", {40.41, 49.87}}, City{"AM", {40.18, 44.51}}, City{"RU", {-55.75, 37.62}},
        City{"FR", {48.86, 2.35}}, City{"ZA", {-25.75, 28.19}}}) {
    EXPECT_EQ(lies_in_country(point, country, 1), false) << country;
  }
}

TEST(CountryOutline, LeavesOutWhatLiesInAHole) {
  EXPECT_EQ(lies_in_country({28.2, -29.5}, "ZA", 0), false);  // Lesotho
  EXPECT_EQ(lies_in_country({28.2, -29.5}, "LS", 0), true);
}

TEST(CountryOutline, AllowsForItsOwnCoarseness) {
  EXPECT_EQ(lies_in_country({49.0, 43.0}, "AZ", 0), false);
  EXPECT_EQ(lies_in_country({49.0, 42.5}, "AZ", 1.5), true);
}

TEST(CountryOutline, SaysNothingOfWhatItDoesNotKnow) {
  EXPECT_FALSE(lies_in_country({73.5, 4.2}, "MV", 1).has_value());
  EXPECT_FALSE(lies_in_country({0, 0}, "XX", 1).has_value());
}

}  // namespace
}  // namespace annals
