#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <set>

#include "csv/cell.hpp"
#include "domain/date_expression.hpp"
#include "domain/quantity.hpp"
#include "support/bundle_table.hpp"
#include "support/case_service.hpp"

// Counts and sums against a plain look at the rows of the bundle's own files.
namespace annals {
namespace {

using Json = nlohmann::json;
using test::BundleRow;

/// What a group is to have: how many events, and of the quantity the sums and how many give each.
struct Group {
  int count = 0;
  std::array<std::int64_t, 3> sums{};
  std::array<int, 3> given{};

  bool operator==(Group const&) const = default;
};
std::ostream& operator<<(std::ostream& out, Group const& group) {
  out << group.count << ':';
  for (std::size_t i = 0; i < 3; ++i) out << ' ' << group.sums[i] << " of " << group.given[i];
  return out;
}
using Groups = std::map<std::vector<std::string>, Group>;

/// The values that an event has in one respect; "" for none.
using Dimension = std::function<std::set<std::string>(BundleRow const&)>;

class Stats : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    case_ = std::make_unique<test::CaseService>(ANNALS_EXAMPLES "/karabakh");
    events_ = test::bundle_table(ANNALS_EXAMPLES "/karabakh/events.csv");
    places_ = test::bundle_table(ANNALS_EXAMPLES "/karabakh/places.csv");
  }
  static void TearDownTestSuite() { case_.reset(); }

  static std::set<std::string> of_column(BundleRow const& event, char const* column) {
    return {event.at(column)};
  }
  /// The earliest start as the C library prints it.
  static Dimension period(char const* format) {
    return [=](BundleRow const& event) -> std::set<std::string> {
      auto const start = DateExpression::parse(event.at("date")).bounds().start.earliest;
      if (!start) return {""};
      std::time_t const seconds = start->day.time_since_epoch().count() * std::int64_t{86400};
      std::tm parts{};
      gmtime_r(&seconds, &parts);
      std::array<char, 32> text{};
      return {std::string(text.data(), std::strftime(text.data(), text.size(), format, &parts))};
    };
  }
  static std::set<std::string> actors(BundleRow const& event) {
    std::set<std::string> all;
    for (auto const& part : csv::split_members(event.at("participants")))
      all.insert(part.substr(part.find(':') + 1));
    return all.empty() ? std::set<std::string>{""} : all;
  }
  static std::set<std::string> country(BundleRow const& event) {
    std::string place = event.at("place");
    while (!place.empty()) {
      auto const row = std::find_if(places_.begin(), places_.end(),
                                    [&](BundleRow const& each) { return each.at("key") == place; });
      if (!row->at("country").empty()) return {row->at("country")};
      place = row->at("within");
    }
    return {""};
  }
  static std::map<std::string, Dimension> const& dimensions() {
    static std::map<std::string, Dimension> const all{
        {"year", period("%Y")},
        {"month", period("%Y-%m")},
        {"week", period("%G-W%V")},
        {"day", period("%Y-%m-%d")},
        {"type", [](auto const& event) { return of_column(event, "type"); }},
        {"status", [](auto const& event) { return of_column(event, "status"); }},
        {"place", [](auto const& event) { return of_column(event, "place"); }},
        {"country", country},
        {"actor", actors},
        {"dataset", [](auto const&) { return std::set<std::string>{"karabakh"}; }},
    };
    return all;
  }

  static void add(Group& group, BundleRow const& event, std::string const& quantity) {
    ++group.count;
    for (auto const& member : csv::split_members(event.at("quantities"))) {
      if (!member.starts_with(quantity + "=")) continue;
      auto const value = *parse_quantity(member.substr(quantity.size() + 1));
      auto const range = range_of(value);
      std::array const numbers{range.from, value.best, range.to};
      for (std::size_t i = 0; i < 3; ++i) {
        group.sums[i] += numbers[i].value_or(0);
        group.given[i] += numbers[i] ? 1 : 0;
      }
    }
  }
  static Groups recomputed(std::vector<std::string> const& by, std::string const& quantity,
                           std::function<bool(BundleRow const&)> const& passes) {
    Groups groups;
    for (auto const& event : events_) {
      if (event.at("date").empty() || !passes(event)) continue;
      for (auto const& first : dimensions().at(by[0])(event)) {
        if (by.size() < 2) {
          add(groups[{first}], event, quantity);
          continue;
        }
        for (auto const& second : dimensions().at(by[1])(event))
          add(groups[{first, second}], event, quantity);
      }
    }
    return groups;
  }

  static std::string text_of(Json const& value) {
    return value.is_null() ? "" : value.is_object() ? value["key"] : value;
  }
  static Groups answered(std::vector<std::string> const& by, Json const& items) {
    Groups groups;
    for (auto const& item : items) {
      std::vector<std::string> key;
      for (auto const& each : by) key.push_back(text_of(item.at(each)));
      auto& group = groups[key];
      EXPECT_EQ(group.count, 0) << "a group stands twice: " << item;
      group.count = item["count"];
      if (!item.contains("sum")) continue;
      std::size_t i = 0;
      for (auto const* name : {"low", "best", "high"}) {
        group.given[i] = item["given"][name];
        EXPECT_EQ(item["sum"][name].is_null(), group.given[i] == 0) << item;
        if (group.given[i] != 0) group.sums[i] = item["sum"][name];
        ++i;
      }
    }
    return groups;
  }
  static void agree(
      std::vector<std::string> const& by, std::string const& quantity, std::string const& filter = "",
      std::function<bool(BundleRow const&)> const& passes = [](auto const&) { return true; }) {
    auto const target = "/v1/stats?by=" + by[0] + (by.size() > 1 ? "," + by[1] : "") +
                        (quantity.empty() ? "" : "&sum=" + quantity) + filter;
    auto const body = case_->json(target);
    EXPECT_TRUE(body["next"].is_null());
    auto const expected = recomputed(by, quantity, passes);
    EXPECT_FALSE(expected.empty()) << target;
    EXPECT_EQ(answered(by, body["items"]), expected) << target;
  }

  static std::unique_ptr<test::CaseService> case_;
  static std::vector<BundleRow> events_, places_;
};
std::unique_ptr<test::CaseService> Stats::case_;
std::vector<BundleRow> Stats::events_, Stats::places_;

TEST_F(Stats, EveryDimensionAndEveryTwoAgreeWithTheRows) {
  for (auto const& [first, values] : dimensions()) {
    agree({first}, "troops");
    for (auto const& [second, others] : dimensions()) {
      if (first != second) agree({first, second}, "fatalities");
    }
  }
}

TEST_F(Stats, TakesTheFiltersOfEvents) {
  agree({"month"}, "", "&type=military", [](auto const& event) {
    return event.at("type") == "military" || event.at("type").starts_with("military.");
  });
  agree({"status", "type"}, "", "&status=planned",
        [](auto const& event) { return event.at("status") == "planned"; });
  agree({"actor"}, "", "&actor=peskov", [](auto const& event) { return actors(event).contains("peskov"); });
  agree({"place"}, "", "&tag=peacekeepers", [](auto const& event) {
    auto const tags = csv::split_members(event.at("tags"));
    return std::find(tags.begin(), tags.end(), "peacekeepers") != tags.end();
  });
  for (auto const* filter :
       {"from=2023-09&to=2024-05", "date=2024-04-12&when=certain", "q=withdrawal%20-completed", "country=AM",
        "place=Garabagh", "min_troops=1960", "stance=denies", "claimant=peskov", "role=speaker",
        "bbox=46,39,46.8,40", "undated=include", "actor=ru-mod&actor_tree=true", "disputed=true",
        "disputed=true&type=military", "actor=putin&actor=aliyev", "dataset=karabakh"}) {
    std::set<std::string> passing;
    auto const list = case_->json(std::string("/v1/events?limit=1000&") + filter);
    for (auto const& item : list["items"]) passing.insert(item["key"]);
    EXPECT_LE(passing.size(), events_.size());
    agree({"year", "actor"}, "troops", std::string("&") + filter,
          [&](auto const& event) { return passing.contains(event.at("key")); });
  }
}

TEST_F(Stats, GroupsStandInTheOrderOfTheirKeys) {
  auto const keys = [](std::string const& by) {
    std::vector<std::string> all;
    auto const list = case_->json("/v1/stats?by=" + by);
    for (auto const& item : list["items"]) all.push_back(text_of(item.at(by)));
    return all;
  };
  for (auto const& [by, values] : dimensions()) {
    auto all = keys(by);
    bool const has_null = std::find(all.begin(), all.end(), "") != all.end();
    if (has_null) {
      EXPECT_EQ(all.back(), "") << by;
      all.pop_back();
    }
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end())) << by;
    EXPECT_EQ(keys(by), keys(by));
  }
}

TEST_F(Stats, PlacesAndActorsAreNamed) {
  auto const items = case_->json("/v1/stats?by=place,actor&actor=peskov")["items"];
  ASSERT_FALSE(items.empty());
  auto const found = std::find_if(items.begin(), items.end(),
                                  [](Json const& item) { return item["actor"]["key"] == "peskov"; });
  ASSERT_NE(found, items.end());
  EXPECT_EQ((*found)["actor"],
            Json::parse(R"({"dataset": "karabakh", "key": "peskov", "name": "Dmitry Peskov"})"));
}

TEST_F(Stats, CsvHasTheSameGroupsAndSaysWhatTheyAreOf) {
  auto const answer = case_->get("/v1/stats.csv?by=month,place&sum=troops&type=military");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.content_type, "text/csv; charset=utf-8; header=present");
  EXPECT_EQ(test::header_of(answer, "Annals-Filter"), "by=month%2Cplace&sum=troops&type=military");
  EXPECT_FALSE(test::header_of(answer, "Annals-Dataset").empty());
  auto const rows = test::csv_rows(test::body_of(answer));
  auto const items = case_->json("/v1/stats?by=month,place&sum=troops&type=military")["items"];
  ASSERT_EQ(rows.size(), items.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const& row = rows[i];
    EXPECT_EQ(row.at("month"), text_of(items[i]["month"]));
    EXPECT_EQ(row.at("place"), text_of(items[i]["place"]));
    EXPECT_EQ(row.at("place_dataset"), items[i]["place"].is_null() ? "" : "karabakh");
    EXPECT_EQ(row.at("place_name"), items[i]["place"].is_null() ? "" : items[i]["place"]["name"]);
    EXPECT_EQ(row.at("count"), items[i]["count"].dump());
    for (std::string const name : {"low", "best", "high"}) {
      auto const& sum = items[i]["sum"][name];
      EXPECT_EQ(row.at(name), sum.is_null() ? "" : sum.dump());
      EXPECT_EQ(row.at(name + "_given"), items[i]["given"][name].dump());
    }
    auto const dataset = case_->json("/v1/datasets/karabakh");
    EXPECT_EQ(row.at("licence"), dataset["licence"]);
    EXPECT_EQ(row.at("citation"), dataset["citation"]);
    EXPECT_EQ(row.at("filter"), "by=month%2Cplace&sum=troops&type=military");
  }
  EXPECT_EQ(case_->get("/v1/stats.xlsx?by=year").status, 406);
}

TEST_F(Stats, TypesAreATreeWithTheirOwnCountsAndThoseBelow) {
  std::map<std::string, std::pair<int, int>> expected;
  for (auto const& event : events_) {
    auto type = event.at("type");
    ++expected[type].first;
    for (;; type.resize(type.rfind('.'))) {
      ++expected[type].second;
      if (type.find('.') == std::string::npos) break;
    }
  }
  auto const body = case_->json("/v1/types");
  EXPECT_TRUE(body["next"].is_null());
  ASSERT_EQ(body["items"].size(), expected.size());
  auto item = body["items"].begin();
  for (auto const& [type, counts] : expected) {
    auto const dot = type.rfind('.');
    EXPECT_EQ((*item)["type"], type);
    EXPECT_EQ((*item)["parent"], dot == std::string::npos ? Json() : Json(type.substr(0, dot)));
    EXPECT_EQ((*item)["count"], counts.first) << type;
    EXPECT_EQ((*item)["total"], counts.second) << type;
    ++item;
  }
  EXPECT_EQ(case_->json("/v1/types?dataset=karabakh"), body);
  EXPECT_EQ(case_->get("/v1/types?dataset=absent").status, 404);
  EXPECT_EQ(case_->json("/v1/types?as_of=2001-01-01T00:00:00Z")["items"].size(), 0U);
}

}  // namespace
}  // namespace annals
