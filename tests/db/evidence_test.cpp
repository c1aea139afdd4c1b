#include <gtest/gtest.h>

#include <set>

#include "db/event_store.hpp"
#include "domain/span.hpp"
#include "service/import_bundle.hpp"
#include "support/database.hpp"

namespace annals {
namespace {

/// The reference case, read once.
class ReferenceCase : public testing::Test {
 protected:
  ReferenceCase() {
    static_cast<void>(service::import_bundle(database_.pool(), ANNALS_EXAMPLES "/karabakh"));
    database_.pool().in_transaction(db::Access::read, [&](db::Transaction& transaction) {
      std::vector<ThingId> ids;
      for (auto const row : transaction.run("select dataset_id, id from @event e order by sort_day, key")) {
        ids.push_back({row.small("dataset_id"), row.integer("id")});
      }
      events_ = db::read_events(transaction, ids);
      evidence_ = db::read_evidence(transaction, ids);
      places_ = db::read_places_around(transaction, db::places_of(events_), evidence_);
      for (auto& event : events_) db::judge(event, evidence_[event.head.id], places_);
    });
  }

  Event const& event(std::string const& key) const {
    for (auto const& one : events_) {
      if (one.head.key == key) return one;
    }
    throw std::out_of_range(key);
  }

  /// What was known by the end of a day, by event; events without a counting claim are left out.
  std::map<std::string, KnownEvent> known_by(std::string const& day) {
    std::map<std::string, KnownEvent> result;
    for (auto const& one : events_) {
      auto claims = evidence_[one.head.id];
      keep_known(claims, DateExpression::parse(day).bounds().end.latest->day);
      if (!counting(claims).empty()) result.emplace(one.head.key, as_known(one, claims, places_));
    }
    return result;
  }

  test::TestDatabase database_;
  std::vector<Event> events_;
  db::EvidenceByEvent evidence_;
  PlaceTree places_;
};

TEST_F(ReferenceCase, IsReadWithPlacesParticipantsAndQuantities) {
  ASSERT_EQ(events_.size(), 30U);
  auto const& deployment = event("deployment");
  EXPECT_EQ(deployment.place->link.name, "Nagorno-Karabakh");
  EXPECT_EQ(deployment.place->point, (Point{46.75, 39.82}));
  ASSERT_EQ(deployment.participants.size(), 3U);
  EXPECT_EQ(deployment.participants[2].actor.key, "15-brigade");
  EXPECT_EQ(deployment.quantities.at("troops").best, 1960);
  EXPECT_EQ(deployment.claim_count, 4);
}

TEST_F(ReferenceCase, HasNineDisputedEvents) {
  std::map<std::string, std::vector<std::string>> disputed;
  for (auto const& one : events_) {
    if (!one.disputed.empty()) disputed[one.head.key] = one.disputed;
  }
  using Fields = std::vector<std::string>;
  EXPECT_EQ(disputed.size(), 9U);
  EXPECT_EQ(disputed["deployment"], Fields{"quantities.troops"});
  EXPECT_EQ(disputed["valdai"], Fields{"date"});
  EXPECT_EQ(disputed["visit-yerevan"], (Fields{"date", "status"}));
  for (auto const* key : {"blockade", "offensive", "nkr-ends"}) EXPECT_FALSE(disputed.contains(key)) << key;
}

TEST_F(ReferenceCase, ListsEveryDistinctValueOfADisputeOnce) {
  auto const found = disputes(evidence_[event("deployment").head.id], places_);
  ASSERT_EQ(found.size(), 1U);
  std::multiset<std::string> values;
  for (auto const& value : found[0].values) values.insert(print_quantity(std::get<Quantity>(value.value)));
  EXPECT_EQ(values, (std::multiset<std::string>{"1960", "1970", "2000", "2000..9999"}));
}

TEST_F(ReferenceCase, CountsARepublishedReportAsOneWitness) {
  auto const seen = witnesses(evidence_[event("visit-yerevan").head.id]);
  EXPECT_EQ(seen.sources, 2);
  EXPECT_EQ(seen.denials, 1);
}

TEST_F(ReferenceCase, KnowsOnlyWhatWasPublic) {
  auto const october = known_by("2023-10-07");
  EXPECT_EQ(october.size(), 20U);
  EXPECT_FALSE(october.contains("withdrawal-begins"));
  EXPECT_EQ(october.at("mandate-end").event.status, EventStatus::planned);
  EXPECT_EQ(october.at("mandate-end").event.date->edtf(), "2025-11");
  EXPECT_EQ(october.at("nkr-ends").event.status, EventStatus::planned);

  auto const april = known_by("2024-04-17");
  EXPECT_EQ(april.at("withdrawal-completed").event.status, EventStatus::planned);
  EXPECT_EQ(april.at("withdrawal-completed").event.date->edtf(), "2024-04~");

  auto const first = known_by("2020-11-10");
  ASSERT_EQ(first.size(), 1U);
  EXPECT_TRUE(first.contains("deployment"));

  auto const all = known_by("2024-12-31");
  EXPECT_EQ(all.size(), 30U);
  for (auto const& [key, known] : all) EXPECT_EQ(known.event.status, event(key).status) << key;
}

TEST_F(ReferenceCase, MeasuresThePresenceAgainstItsPlan) {
  auto const edge = [&](char const* key) { return std::vector<SpanEdge>{{key, event(key).date}}; };
  auto const span =
      measure(event("presence").date, edge("deployment"), edge("withdrawal-completed"), edge("mandate-end"));
  EXPECT_EQ(span.days, (DayCount{1311, 1311}));
  EXPECT_EQ(span.planned_days, (DayCount{1818, 1847}));
  EXPECT_EQ(span.difference_days, (DayCount{-536, -507}));
}

TEST_F(ReferenceCase, OverlapsOneDayPossiblyAndCertainly) {
  auto const day = DateExpression::parse("2024-04-12").bounds().start.earliest->day;
  std::set<std::string> possible, certain;
  for (auto const& one : events_) {
    if (one.date && possibly_overlaps(*one.date, {day, day})) possible.insert(one.head.key);
    if (one.date && certainly_overlaps(*one.date, {day, day})) certain.insert(one.head.key);
  }
  EXPECT_EQ(possible, (std::set<std::string>{"presence", "dadivank-left", "withdrawal-begins"}));
  EXPECT_EQ(certain, std::set<std::string>{"presence"});
}

}  // namespace
}  // namespace annals
