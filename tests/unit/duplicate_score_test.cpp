#include <gtest/gtest.h>

#include "base/text.hpp"
#include "domain/duplicate_score.hpp"

namespace annals {
namespace {

using Kind = DuplicateReason::Kind;

std::shared_ptr<ComparedActor const> actor(std::vector<std::string> const& names) {
  ComparedActor made{names.front(), {}};
  for (auto const& name : names) made.names.emplace_back(fold(name));
  return std::make_shared<ComparedActor const>(std::move(made));
}

/// Shelling of a town on a day, with three deaths.
ComparedEvent shelling() {
  ComparedEvent event;
  event.id = {1, 1};
  event.first_day = event.last_day = 18000;
  event.point = Point{46.75, 39.82};
  event.country = "AZ";
  event.actors = {actor({"Azerbaijani Armed Forces"}), actor({"Artsakh Defence Army"})};
  event.deaths = NumberRange{3, 3};
  event.words = words_of(fold("Shelling of Stepanakert"));
  event.type = "battle.shelling";
  return event;
}

DuplicateReason reason(ComparedEvent const& a, ComparedEvent const& b, Kind kind) {
  for (auto const& each : duplicate_score(a, b).reasons) {
    if (each.kind == kind) return each;
  }
  ADD_FAILURE() << "no such reason: " << word(kind);
  return {kind, 0};
}
bool has(ComparedEvent const& a, ComparedEvent const& b, Kind kind) {
  auto const score = duplicate_score(a, b);
  return std::any_of(score.reasons.begin(), score.reasons.end(),
                     [&](DuplicateReason const& each) { return each.kind == kind; });
}

double alike(char const* one, char const* other) {
  return ComparedName(fold(one)).likeness(ComparedName(fold(other)));
}

TEST(NameLikeness, IsThatOfTrigrams) {
  EXPECT_EQ(alike("Stepanakert", "STEPANAKERT"), 1);
  EXPECT_NEAR(alike("cat", "cats"), 3.0 / 6, 1e-9) << "select similarity('cat', 'cats')";
  EXPECT_GT(alike("Stepanakert", "Stepanagerd"), 0.3);
  EXPECT_GT(alike("Армия обороны", "Армии обороны"), 0.5);
  EXPECT_EQ(alike("Baku", "Yerevan"), 0);
  EXPECT_EQ(alike("", "Yerevan"), 0);
  EXPECT_EQ(alike("...", "---"), 0) << "neither has a letter";
}

TEST(NameLikeness, WordsAreOfThreeLettersAndMore) {
  EXPECT_EQ(words_of(fold("The UN in Şuşa: 12 of 345 left the city")),
            (std::vector<std::string>{"345", "city", "left", "susa", "the"}));
}

TEST(DuplicateScore, TheSameEventIsLikelyAndAnotherIsNot) {
  EXPECT_GT(duplicate_score(shelling(), shelling()).permille, 950);
  auto other = shelling();
  other.first_day = other.last_day = 18001;
  other.point = Point{46.80, 39.85};
  other.actors = {actor({"Russian peacekeeping contingent"})};
  other.deaths = NumberRange{0, 0};
  other.words = words_of("convoy leaves");
  other.type = "movement";
  EXPECT_LT(duplicate_score(shelling(), other).permille, 50);
}

TEST(DuplicateScore, IsTheSameFromBothSides) {
  auto other = shelling();
  other.actors = {actor({"Azerbaycan ordusu", "Azerbaijan Armed Forces"})};
  other.words = words_of("stepanakert shelled again");
  other.deaths = NumberRange{4, 9};
  auto const one = duplicate_score(shelling(), other), two = duplicate_score(other, shelling());
  EXPECT_EQ(one.permille, two.permille);
  EXPECT_EQ(one.reasons.size(), two.reasons.size());
  std::pair<std::string, std::string> const named{"Azerbaijani Armed Forces", "Azerbaycan ordusu"};
  EXPECT_EQ(reason(shelling(), other, Kind::actors).actors, std::vector{named});
  EXPECT_EQ(reason(other, shelling(), Kind::actors).actors,
            std::vector{std::pair(named.second, named.first)});
}

TEST(DuplicateScore, ADayInCommonSaysMoreThanDaysApartAndAnExactOneMoreThanAVague) {
  auto const on = [](int first, int last) {
    auto event = shelling();
    event.first_day = first;
    event.last_day = last;
    return reason(shelling(), event, Kind::date);
  };
  EXPECT_EQ(on(18000, 18000).days, 0);
  EXPECT_EQ(on(18002, 18005).days, 2);
  EXPECT_EQ(on(17990, 17999).days, 1);
  EXPECT_GT(on(18000, 18000).weight, on(17990, 18020).weight);
  EXPECT_GT(on(18000, 18000).weight, on(18001, 18001).weight);
  EXPECT_GT(on(18001, 18001).weight, on(18002, 18002).weight);
}

TEST(DuplicateScore, DistanceIsOfPointsElseThePlaceOrTheCountrySays) {
  auto near = shelling();
  near.point = Point{46.75, 39.87};
  EXPECT_NEAR(reason(shelling(), near, Kind::distance).km.value(), 5.56, 0.01);
  EXPECT_LT(reason(shelling(), near, Kind::distance).weight,
            reason(shelling(), shelling(), Kind::distance).weight);
  near.point.reset();
  EXPECT_FALSE(has(shelling(), near, Kind::distance));
  EXPECT_GT(reason(shelling(), near, Kind::country).weight, 0);
  near.country = "AM";
  EXPECT_LT(reason(shelling(), near, Kind::country).weight, 0);
  auto one = near, two = near;
  one.place = two.place = ThingId{1, 7};
  EXPECT_EQ(reason(one, two, Kind::distance).km, 0);
}

TEST(DuplicateScore, WhatIsNotToldSaysNothing) {
  auto bare = shelling();
  bare.point.reset();
  bare.country.reset();
  bare.actors.clear();
  bare.deaths.reset();
  bare.words.clear();
  for (auto const kind : {Kind::distance, Kind::country, Kind::actors, Kind::deaths, Kind::words})
    EXPECT_FALSE(has(shelling(), bare, kind)) << word(kind);
}

TEST(DuplicateScore, ActorsAgreeByAliasAndTransliteration) {
  auto const with = [](std::vector<std::string> const& names) {
    auto event = shelling();
    event.actors = {actor(names)};
    return reason(shelling(), event, Kind::actors);
  };
  EXPECT_EQ(with({"Army of Azerbaijan", "Azerbaijani Armed Forces"}).share, 1) << "an alias is enough";
  EXPECT_GT(with({"Azerbaidzhani Armed Forces"}).share, 0.8);
  EXPECT_EQ(with({"Kurdistan Workers Party"}).share, 0);
  EXPECT_LT(with({"Kurdistan Workers Party"}).weight, 0);
}

TEST(DuplicateScore, DeathsThatDifferByOneStillAgreeAndLargeNumbersSayMore) {
  auto const weight = [](NumberRange const& one, NumberRange const& other) {
    auto a = shelling(), b = shelling();
    a.deaths = one;
    b.deaths = other;
    return reason(a, b, Kind::deaths).weight;
  };
  EXPECT_GT(weight({3, 3}, {3, 3}), weight({3, 3}, {4, 4}));
  EXPECT_GT(weight({3, 3}, {4, 4}), 0);
  EXPECT_LT(weight({3, 3}, {9, 9}), 0);
  EXPECT_GT(weight({37, 37}, {37, 37}), weight({0, 0}, {0, 0}));
  EXPECT_EQ(weight({3, 3}, {1, 5}), weight({3, 3}, {3, 3})) << "ranges that overlap";
  EXPECT_GT(weight({3, {}}, {40, 40}), 0) << "without a limit";
}

TEST(DuplicateScore, TypesAgreeWhereOneIsOfTheOther) {
  auto const weight = [](char const* type) {
    auto other = shelling();
    other.type = type;
    return reason(shelling(), other, Kind::type).weight;
  };
  EXPECT_EQ(weight("battle"), weight("battle.shelling"));
  EXPECT_GT(weight("battle"), weight("battle.ambush"));
  EXPECT_GT(weight("battle.ambush"), weight("talks"));
  EXPECT_LT(weight("battles"), 0) << "a type ends at a dot";
}

}  // namespace
}  // namespace annals
