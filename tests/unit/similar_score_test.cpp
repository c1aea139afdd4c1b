#include <gtest/gtest.h>

#include "domain/similar_score.hpp"

namespace annals {
namespace {

using Kind = SimilarReason::Kind;

SimilarThings shusha() {
  SimilarThings two{"Shusha", "Shushi", false, 0.5, {}, {}, {}, {}};
  two.own_country = two.country = "AZ";
  two.own_point = two.point = Point{46.75, 39.76};
  return two;
}

std::vector<Kind> kinds_of(SimilarThings const& two) {
  std::vector<Kind> kinds;
  auto const score = similar_score(two);
  for (auto const& reason : score.reasons) kinds.push_back(reason.kind);
  return kinds;
}

TEST(SimilarScore, IsTheLikenessOfNamesWhereNothingSpeaksAgainst) {
  EXPECT_EQ(similar_score(shusha()).permille, 500);
  EXPECT_EQ(kinds_of(shusha()), (std::vector{Kind::name, Kind::country, Kind::distance}));
}

TEST(SimilarScore, OtherCountriesAndFarPointsTakeFromIt) {
  auto other = shusha();
  other.country = "AM";
  EXPECT_EQ(similar_score(other).permille, 250);
  EXPECT_EQ(similar_score(other).reasons[1].same, false);
  auto far = shusha();
  far.point = Point{47.75, 39.76};
  EXPECT_LT(similar_score(far).permille, 200);
  far.point = Point{46.80, 39.76};
  EXPECT_GT(similar_score(far).permille, 480);
}

TEST(SimilarScore, WhatIsUnknownTakesALittle) {
  auto unknown = shusha();
  unknown.country.reset();
  unknown.point.reset();
  EXPECT_LT(similar_score(unknown).permille, 500);
  EXPECT_GT(similar_score(unknown).permille, 350);
  EXPECT_EQ(kinds_of(unknown), std::vector{Kind::name});
  unknown.is_alias = true;
  EXPECT_EQ(kinds_of(unknown), std::vector{Kind::alias});
}

}  // namespace
}  // namespace annals
