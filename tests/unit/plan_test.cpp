#include "domain/plan.hpp"

#include <gtest/gtest.h>

#include "domain/denials.hpp"
#include "domain/plan_words.hpp"
#include "render/republications.hpp"

namespace annals {
namespace {

/// Claims of one event, numbered from 1.
class Told {
 public:
  Claim& claim(Stance stance) {
    auto& one = all_.emplace_back();
    one.claim.head.id = {1, static_cast<std::int64_t>(all_.size())};
    one.claim.head.key = "c" + std::to_string(all_.size());
    one.claim.source.id = {2, static_cast<std::int64_t>(all_.size())};
    one.original = one.claim.source.id;
    one.claim.stance = stance;
    return one.claim;
  }
  void plan(Stance stance, char const* date) { claim(stance).date = DateExpression::parse(date); }
  [[nodiscard]] std::vector<Evidence> const& all() const { return all_; }

 private:
  std::vector<Evidence> all_;
};

Event event(EventStatus status, char const* date) {
  Event one;
  one.status = status;
  one.date = DateExpression::parse(date);
  return one;
}

TEST(Plans, AreTheDistinctDatesOfWhatPlansAndPredicts) {
  Told told;
  told.plan(Stance::plans, "2025-11-09");
  told.plan(Stance::asserts, "2024-06-12");
  told.plan(Stance::predicts, "2025");
  told.plan(Stance::plans, "2025-11-09");
  told.claim(Stance::plans);
  auto const plans = plans_of(told.all());
  ASSERT_EQ(plans.size(), 2U);
  EXPECT_EQ(plans[0].date.edtf(), "2025-11-09");
  ASSERT_EQ(plans[0].said.size(), 2U);
  EXPECT_EQ(plans[0].said[1].claim, "c4");
  EXPECT_EQ(plans[1].date.edtf(), "2025");
}

TEST(Plans, DoNotCountWhatWasRetracted) {
  Told told;
  told.plan(Stance::plans, "2025-11-09");
  told.claim(Stance::retracts).answers = ThingLink{{1, 1}, "c1", ""};
  EXPECT_TRUE(plans_of(told.all()).empty());
}

TEST(Plans, AreHeldAgainstWhatCame) {
  Told told;
  told.plan(Stance::predicts, "2024-04");
  auto const came = plans_of(event(EventStatus::occurred, "2024-06-12"), told.all());
  EXPECT_EQ(came[0].difference_days, (DayCount{43, 72}));
  for (auto const status : {EventStatus::planned, EventStatus::cancelled, EventStatus::refuted})
    EXPECT_FALSE(plans_of(event(status, "2024-06-12"), told.all())[0].difference_days);
}

TEST(Plans, AnEndIsThatOfClaimsElseThatOfTheCoder) {
  auto const span = measure(DateExpression::parse("2020-11-10/2024-06-12"), {}, {}, {});
  auto const mandate = event(EventStatus::cancelled, "2025-11");
  auto const own = planned_ends("mandate", mandate, {}, span);
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own[0].plan.difference_days, (DayCount{-536, -507}));
  EXPECT_TRUE(own[0].plan.said.empty());
  Told told;
  told.plan(Stance::plans, "[2025-12..]");
  auto const open = planned_ends("mandate", mandate, told.all(), span);
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].plan.difference_days, (DayCount{std::nullopt, -537}));
  auto const lasting = measure(DateExpression::parse("2020-11-10/.."), {}, {}, {});
  EXPECT_FALSE(planned_ends("mandate", mandate, {}, lasting)[0].plan.difference_days);
}

TEST(Plans, ADifferenceIsSaidInBothLanguages) {
  struct Case {
    DayCount days;
    char const *en, *ru;
  };
  for (auto const& [days, en, ru] :
       {Case{{-536, -507}, "507 to 536 days earlier", "на 507–536 дней раньше"},
        Case{{1, 1}, "1 day later", "на 1 день позже"},
        Case{{0, 0}, "on the day planned", "в намеченный день"},
        Case{{0, 3}, "at most 3 days later", "не более чем на 3 дня позже"},
        Case{{-2, 0}, "at most 2 days earlier", "не более чем на 2 дня раньше"},
        Case{{-5, 2}, "5 days earlier to 2 days later", "5 дней раньше – 2 дня позже"},
        Case{{std::nullopt, -537}, "at least 537 days earlier", "не менее чем на 537 дней раньше"},
        Case{{std::nullopt, 4}, "at most 4 days later", "не более чем на 4 дня позже"},
        Case{{4, std::nullopt}, "at least 4 days later", "не менее чем на 4 дня позже"},
        Case{{-4, std::nullopt}, "at most 4 days earlier", "не более чем на 4 дня раньше"}}) {
    EXPECT_EQ(describe_difference(days, Language::en), en);
    EXPECT_EQ(describe_difference(days, Language::ru), ru);
  }
}

TEST(Denials, StandBesideTheClaimOrTheFieldsThatTheyDeny) {
  Told told;
  told.plan(Stance::asserts, "2024-04-10");
  told.claim(Stance::denies).answers = ThingLink{{1, 1}, "c1", ""};
  told.claim(Stance::denies).quantities["troops"] = Quantity{{}, 20, {}};
  told.claim(Stance::denies).answers = ThingLink{{1, 77}, "of-another-event", ""};
  auto const denials = denials_of(told.all());
  ASSERT_EQ(denials.size(), 3U);
  ASSERT_NE(denials[0].answered, nullptr);
  EXPECT_EQ(denials[0].answered->claim.head.key, "c1");
  EXPECT_EQ(denials[1].fields, std::vector<std::string>{"quantities.troops"});
  EXPECT_EQ(denials[2].answered, nullptr);
  EXPECT_TRUE(denials[2].fields.empty());
}

TEST(Denials, ThatWereRetractedStandNoMore) {
  Told told;
  told.claim(Stance::denies);
  told.claim(Stance::retracts).answers = ThingLink{{1, 1}, "c1", ""};
  EXPECT_TRUE(denials_of(told.all()).empty());
}

TEST(Republications, NameTheFirstAndCountTheRest) {
  auto const told = [](Copies const& copies, Language language) {
    return render::publishers_of(
        copies, [](std::string const& name) { return name; },
        [](int number) { return std::to_string(number); }, language);
  };
  EXPECT_EQ(told({{7}, {"A"}}, Language::en), "A [7]");
  EXPECT_EQ(told({{7, 9}, {"A", "B"}}, Language::en), "A [7] and B [9]");
  EXPECT_EQ(told({{7, 9, 10}, {"A", "B", "C"}}, Language::en), "A [7], B [9] and C [10]");
  Copies const many{{2, 4, 6, 7, 8, 10}, {"A", "B", "C"}};
  EXPECT_EQ(told(many, Language::en), "A [2], B [4] and 4 others [6–8, 10]");
  EXPECT_EQ(told(many, Language::ru), "A [2], B [4] и ещё 4 [6–8, 10]");
}

}  // namespace
}  // namespace annals
