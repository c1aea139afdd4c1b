#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "csv/bundle_writer.hpp"
#include "db/event_store.hpp"
#include "domain/date_columns.hpp"
#include "domain/event_passes.hpp"
#include "service/ask_events.hpp"
#include "service/import_file.hpp"
#include "service/select_events.hpp"
#include "support/database.hpp"
#include "support/effort.hpp"

namespace annals {
namespace {

using service::JudgedEvent;

constexpr int events_of_each = 300;

/// Two datasets of random events, of every kind of date and lasting from a second to for ever.
class EventPaging : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    random_.seed(test::random_seed());
    database_ = std::make_unique<test::TestDatabase>();
    for (auto const* key : {"north", "south"}) {
      csv::TemporaryFolder const folder;
      write_bundle(folder.path(), key);
      static_cast<void>(service::import_bundle(database_->pool(), folder.path(), key));
    }
    database_->pool().in_transaction(db::Access::read, [&](db::Transaction& transaction) {
      Parameters everything{{"undated", "include"}};
      service::EventSelection selection(transaction, asked(transaction, everything));
      auto const ids = selection.all();
      service::EventReader reader(transaction, {});
      all_ = reader.read(ids);
    });
    ASSERT_EQ(all_.size(), 2U * events_of_each);
  }
  static void TearDownTestSuite() { database_.reset(); }

  static int number(int from, int to) { return std::uniform_int_distribution(from, to)(random_); }
  static std::string pick(std::vector<std::string> const& from) {
    return from[static_cast<std::size_t>(number(0, static_cast<int>(from.size()) - 1))];
  }
  static std::string day() {
    auto const two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::to_string(number(2015, 2019)) + '-' + two(number(1, 12)) + '-' + two(number(1, 28));
  }
  static std::string date() {
    auto a = day(), b = day();
    if (b < a) std::swap(a, b);
    return pick({a, a, a + "T10:00:00Z", a.substr(0, 7), a.substr(0, 4), a + '/' + b, a + "/..", "../" + b,
                 a + '/', '/' + b, '[' + a + ".." + b + ']', '{' + a + ',' + b + '}', "[.." + b + ']', "201X",
                 ""});
  }

  static void write_bundle(std::filesystem::path const& folder, std::string const& dataset) {
    std::ofstream actors(folder / "actors.csv"), places(folder / "places.csv"), events(folder / "events.csv");
    actors << "key,name,kind\na,Alpha,state\nb,Beta,militia\nc,Gamma,person\n";
    places << "key,name,lat,lon,within\np,P,10,20,\nq,Q,40.5,-100,p\nr,R,-5,179,\n";
    events << "key,title,type,status,date,place,participants,quantities\n";
    for (int i = 0; i < events_of_each; ++i) {
      std::string parts;
      for (int part = number(0, 3); part > 0; --part)
        parts += (parts.empty() ? "" : "|") + pick({"speaker", "target"}) + ':' + pick({"a", "b", "c"});
      events << dataset << i << ",T," << pick({"talks", "talks.held", "talks_of_war", "strike.air.night"})
             << ',' << pick({"occurred", "planned"}) << ",\"" << date() << "\"," << pick({"", "p", "q", "r"})
             << ',' << parts << ',' << pick({"", "dead=1", "dead=1..5", "dead=2/3/9"}) << '\n';
    }
  }

  static db::EventQuery asked(db::Transaction& transaction, Parameters parameters) {
    auto filter = take_event_filter(parameters);
    EXPECT_TRUE(parameters.empty());
    return service::ask_events(transaction, std::move(filter));
  }

  static Parameters filters() {
    Parameters parameters;
    auto const now_and_then = [&](int chance, std::string const& name, std::string const& value) {
      if (number(1, 100) <= chance) parameters.emplace_back(name, value);
    };
    auto from = day(), to = day();
    if (to < from) std::swap(from, to);
    now_and_then(50, "from", pick({from, from.substr(0, 4)}));
    now_and_then(50, "to", pick({to, to.substr(0, 4)}));
    now_and_then(30, "when", pick({"possible", "certain"}));
    now_and_then(40, "type", pick({"talks", "talks.held", "strike", "none", "talks,strike.air"}));
    now_and_then(30, "actor", pick({"a", "Beta", "a,c"}));
    now_and_then(20, "role", "speaker");
    now_and_then(20, "place", "p");
    now_and_then(20, "bbox", pick({"15,5,25,15", "170,-10,-90,50"}));
    now_and_then(20, "dataset", pick({"north", "south"}));
    now_and_then(20, "status", "planned");
    now_and_then(20, "min_dead", "2");
    now_and_then(30, "undated", "include");
    now_and_then(60, "sort", pick({"date", "-date", "updated", "-updated"}));
    return parameters;
  }

  /// What a plain look at each event finds.
  static bool is_asked_for(JudgedEvent const& one, db::EventQuery const& query) {
    auto const& datasets = query.filter.datasets;
    auto const& types = query.filter.types;
    auto const& event = one.event;
    return (datasets.empty() || datasets.front() == event.head.dataset) &&
           (types.empty() || std::any_of(types.begin(), types.end(),
                                         [&](std::string const& type) {
                                           return event.type == type || event.type.starts_with(type + '.');
                                         })) &&
           passes(event, one.claims, query.filter, query.names);
  }

  static std::mt19937 random_;
  static std::unique_ptr<test::TestDatabase> database_;
  static std::vector<JudgedEvent> all_;
};
std::mt19937 EventPaging::random_;
std::unique_ptr<test::TestDatabase> EventPaging::database_;
std::vector<JudgedEvent> EventPaging::all_;

/// Contract section 4, by the columns that the domain makes of a date.
auto rank(Event const& event) {
  auto const days = columns_of(event.date);
  return std::tuple(days.sort_day, days.sort_last, days.sort_instant, event.head.dataset, event.head.key);
}

std::string shown(Event const& event) {
  return event.head.key + ' ' + (event.date ? event.date->edtf() : "");
}

std::vector<std::string> in_order(std::vector<Event> events, EventSort sort) {
  auto const by_update = [](Event const& e) {
    return std::tuple(e.head.updated_at, e.head.dataset, e.head.key);
  };
  std::sort(events.begin(), events.end(), [&](Event const& a, Event const& b) {
    bool const undated = !a.date && b.date, dated = a.date && !b.date;
    switch (sort) {
      case EventSort::updated:
        return by_update(a) < by_update(b);
      case EventSort::updated_descending:
        return by_update(b) < by_update(a);
      case EventSort::date_descending:
        return undated || dated ? dated : rank(b) < rank(a);
      default:
        return rank(a) < rank(b);
    }
  });
  std::vector<std::string> keys;
  for (auto const& event : events) keys.push_back(shown(event));
  return keys;
}

std::string told(std::vector<std::string>::const_iterator at, std::vector<std::string>::const_iterator end) {
  return at == end ? "nothing" : *at;
}

TEST_F(EventPaging, PagesHoldWhatPassesInItsOrder) {
  for (int round = test::rounds(3000, 150); round > 0; --round) {
    auto const parameters = filters();
    std::string said;
    for (auto const& [name, value] : parameters) said += name + '=' + value + '&';
    SCOPED_TRACE(said);
    std::vector<std::string> found, expected;
    std::int64_t count = 0;
    database_->pool().in_transaction(db::Access::read, [&](db::Transaction& transaction) {
      auto const query = asked(transaction, parameters);
      std::vector<Event> passing;
      for (auto const& one : all_) {
        if (is_asked_for(one, query)) passing.push_back(one.event);
      }
      expected = in_order(std::move(passing), query.filter.sort);
      service::EventSelection selection(transaction, query);
      count = selection.count();
      std::optional<db::SortKey> after;
      do {
        auto page = selection.page(after ? &*after : nullptr, number(1, 90));
        for (auto const& one : page.events) found.push_back(shown(one.event));
        after = std::move(page.next);
      } while (after);
    });
    auto const [given, wanted] = std::mismatch(found.begin(), found.end(), expected.begin(), expected.end());
    ASSERT_TRUE(given == found.end() && wanted == expected.end())
        << "at " << given - found.begin() << " stands " << told(given, found.end()) << " and should "
        << told(wanted, expected.end());
    ASSERT_EQ(count, static_cast<std::int64_t>(expected.size()));
  }
}

}  // namespace
}  // namespace annals
