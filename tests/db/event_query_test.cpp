#include <gtest/gtest.h>

#include <set>

#include "db/event_store.hpp"
#include "db/filter_names.hpp"
#include "db/sql_error.hpp"
#include "service/import_file.hpp"
#include "service/select_events.hpp"
#include "support/database.hpp"

namespace annals {
namespace {

using KeySet = std::set<std::string>;

class EventQuery : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    database_ = std::make_unique<test::TestDatabase>();
    static_cast<void>(service::import_bundle(database_->pool(), ANNALS_EXAMPLES "/karabakh"));
  }
  static void TearDownTestSuite() { database_.reset(); }

  static std::vector<Event> found(Parameters parameters) {
    auto const filter = take_event_filter(parameters);
    EXPECT_TRUE(parameters.empty());
    std::vector<Event> events;
    try {
      database_->pool().in_transaction(db::Access::read, [&](db::Transaction& transaction) {
        auto const names = db::look_up_names(transaction, filter);
        service::EventSelection selection(transaction, {filter, names, {}});
        events = db::read_events(transaction, selection.all());
      });
    } catch (db::DatabaseError const& error) {
      ADD_FAILURE() << error.cause();
    }
    return events;
  }
  static KeySet keys(Parameters const& parameters) {
    KeySet all;
    for (auto const& event : found(parameters)) all.insert(event.head.key);
    return all;
  }
  /// What a plain look at every event finds.
  template <class Passes>
  static KeySet recomputed(Passes const& passes) {
    KeySet all;
    for (auto const& event : found({{"undated", "include"}})) {
      if (passes(event)) all.insert(event.head.key);
    }
    return all;
  }
  static std::unique_ptr<test::TestDatabase> database_;
};
std::unique_ptr<test::TestDatabase> EventQuery::database_;

TEST_F(EventQuery, WithoutFiltersHasAllInOrderOfDate) {
  auto const events = found({});
  ASSERT_EQ(events.size(), 30U);
  EXPECT_EQ(events.front().head.key, "war-2020");
  EXPECT_EQ(events.back().head.key, "mandate-end");
}

TEST_F(EventQuery, WindowsOverlapAsTheDomainSays) {
  for (auto const* date :
       {"2024-04-12", "2023-09", "2020", "2022-10", "2023-09-20/2023-10-05", "2025-11-30"}) {
    auto const bounds = DateExpression::parse(date).bounds();
    Window const window{bounds.start.earliest->day, bounds.end.latest->day};
    EXPECT_EQ(keys({{"date", date}}),
              recomputed([&](Event const& e) { return e.date && possibly_overlaps(*e.date, window); }))
        << date;
    EXPECT_EQ(keys({{"date", date}, {"when", "certain"}}),
              recomputed([&](Event const& e) { return e.date && certainly_overlaps(*e.date, window); }))
        << date;
  }
  EXPECT_EQ(keys({{"date", "2024-04-12"}}), (KeySet{"presence", "dadivank-left", "withdrawal-begins"}));
  EXPECT_EQ(keys({{"date", "2024-04-12"}, {"when", "certain"}}), KeySet{"presence"});
}

TEST_F(EventQuery, TypesMatchByPrefixAtADot) {
  EXPECT_EQ(keys({{"type", "military"}}),
            recomputed([](Event const& e) { return e.type.starts_with("military."); }));
  EXPECT_EQ(keys({{"type", "militar"}}), KeySet{});
  EXPECT_EQ(keys({{"type", "talks,statement"}}),
            recomputed([](Event const& e) { return e.type == "talks" || e.type == "statement"; }));
}

TEST_F(EventQuery, StatusTagAndRoleMatchExactly) {
  EXPECT_EQ(keys({{"status", "planned,cancelled"}}), (KeySet{"visit-yerevan", "mandate-end"}));
  EXPECT_EQ(keys({{"tag", "peacekeepers"}}), recomputed([](Event const& e) {
              return std::find(e.tags.begin(), e.tags.end(), "peacekeepers") != e.tags.end();
            }));
  EXPECT_EQ(keys({{"role", "host"}}), KeySet{"presence"});
  EXPECT_EQ(keys({{"actor", "azerbaijan"}, {"role", "host"}}), KeySet{"presence"});
}

KeySet with_actor(std::vector<Event> const& events, KeySet const& actors) {
  KeySet all;
  for (auto const& event : events) {
    for (auto const& participant : event.participants) {
      if (actors.contains(participant.actor.key)) all.insert(event.head.key);
    }
  }
  return all;
}

TEST_F(EventQuery, ActorsAreFoundInAnySpellingOnRecord) {
  auto const all = found({});
  EXPECT_EQ(keys({{"actor", "Дмитрий Песков"}}), with_actor(all, {"peskov"}));
  EXPECT_EQ(keys({{"actor", "дмитрий песков"}}), with_actor(all, {"peskov"}));
  EXPECT_EQ(keys({{"actor", "Peskov"}}), with_actor(all, {"peskov"}));
  EXPECT_EQ(keys({{"actor", "ilham əliyev"}}), with_actor(all, {"aliyev"}));
  EXPECT_EQ(keys({{"actor", "peskov,putin"}}), with_actor(all, {"peskov", "putin"}));
  EXPECT_EQ(keys({{"actor", "putin"}, {"actor", "aliyev"}}), KeySet{"ceasefire-2020"});
  EXPECT_EQ(keys({{"actor", "%"}}), KeySet{});
  EXPECT_EQ(keys({{"actor", "____"}}), KeySet{});
  EXPECT_EQ(keys({{"actor", "\\"}}), KeySet{});
}

TEST_F(EventQuery, ATreeHoldsWhoWasPartAtTheTime) {
  auto const all = found({});
  EXPECT_EQ(keys({{"actor", "ru-mod"}, {"actor_tree", "true"}, {"to", "2024-06-12"}}), [&] {
    auto both = with_actor(all, {"ru-mod", "rpc", "15-brigade"});
    both.erase("mandate-end");  // after the contingent had ceased to be part of the ministry
    return both;
  }());
  EXPECT_FALSE(keys({{"actor", "ru-mod"}, {"actor_tree", "true"}}).contains("mandate-end"));
}

TEST_F(EventQuery, PlacesHoldWhatLiesWithinThem) {
  KeySet const within{"karabakh", "askeran", "khojaly-airport", "martakert", "shushi", "stepanakert"};
  auto const expected =
      recomputed([&](Event const& e) { return e.place && within.contains(e.place->link.key); });
  for (auto const* name : {"karabakh", "Garabagh", "Dağlıq Qarabağ", "нагорный карабах"}) {
    EXPECT_EQ(keys({{"place", name}}), expected) << name;
  }
  EXPECT_EQ(keys({{"place", "Khankendi"}}), KeySet{"dissolution-decree"});
  EXPECT_EQ(keys({{"country", "AM"}}), (KeySet{"visit-yerevan", "goris-sisian"}));
}

TEST_F(EventQuery, BoxesAndCirclesAreByPoint) {
  auto const in = [](double west, double south, double east, double north) {
    return [=](Event const& e) {
      if (!e.place || !e.place->point) return false;
      auto const [x, y] = *e.place->point;
      return y >= south && y <= north && (west <= east ? x >= west && x <= east : x >= west || x <= east);
    };
  };
  EXPECT_EQ(keys({{"bbox", "46,39,47,41"}}), recomputed(in(46, 39, 47, 41)));
  EXPECT_EQ(keys({{"bbox", "70,-10,45,90"}}), recomputed(in(70, -10, 45, 90)));
  EXPECT_EQ(keys({{"near", "44.5,40.18"}, {"radius_km", "5"}}), KeySet{"visit-yerevan"});
  EXPECT_EQ(keys({{"near", "0,0"}, {"radius_km", "20038"}}),
            recomputed([](Event const& e) { return e.place && e.place->point; }));
}

TEST_F(EventQuery, QuantitiesCompareByPossibleAndCertain) {
  EXPECT_EQ(keys({{"min_troops", "1960"}}), (KeySet{"deployment", "presence"}));
  EXPECT_EQ(keys({{"min_troops", "1961"}}), KeySet{});
  EXPECT_EQ(keys({{"max_fatalities", "7"}}), KeySet{"presence"});
  EXPECT_EQ(keys({{"min_fatalities", "8"}, {"when", "certain"}}), KeySet{"losses-announced"});
}

TEST_F(EventQuery, WordsAreFoundInTitlesNamesAndClaims) {
  EXPECT_TRUE(keys({{"q", "Ulyanovsk-Vostochny"}}).contains("deployment"));
  EXPECT_EQ(keys({{"q", "\"blow to Russia\""}}), KeySet{"zatulin-blow"});
  EXPECT_EQ(keys({{"q", "withdrawal completed"}}), KeySet{"withdrawal-completed"});
  EXPECT_FALSE(keys({{"q", "withdrawal -completed"}}).contains("withdrawal-completed"));
  EXPECT_TRUE(keys({{"q", "Пашинян OR 'x"}}).empty());
}

TEST_F(EventQuery, ClaimsOfAnEventSelectIt) {
  EXPECT_EQ(keys({{"stance", "denies"}}), (KeySet{"mandate-end", "visit-yerevan"}));
  EXPECT_EQ(keys({{"claimant", "Torosyan"}}), KeySet{"visit-yerevan"});
  EXPECT_EQ(keys({{"source", "hyetert-20240422"}}), (KeySet{"no-functions", "goris-sisian"}));
  auto const tass = keys({{"publisher", "TASS"}});
  EXPECT_EQ(tass, keys({{"publisher", "ТАСС"}}));
  EXPECT_TRUE(tass.contains("ceasefire-2020"));
}

}  // namespace
}  // namespace annals
