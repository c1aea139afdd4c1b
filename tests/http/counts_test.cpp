#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "domain/date_expression.hpp"
#include "service/import_file.hpp"
#include "support/editor.hpp"
#include "support/process.hpp"

// Counts of what no real case has, and of what not everybody may see.
namespace annals {
namespace {

using Json = nlohmann::json;

class Counts : public testing::Test {
 protected:
  Counts() : editor_(database_.pool()) { editor_.put("d", {{"title", "D"}}); }

  void put_event(std::string const& key, Json const& more = Json::object()) {
    Json event{{"title", key}, {"type", "talks"}, {"status", "occurred"}, {"date", "2024-04-17"}};
    event.update(more);
    editor_.put("d/events/" + key, event);
  }
  Json items(std::string const& target) { return editor_.json(target)["items"]; }
  /// What anybody gets.
  http::Response ask(std::string const& target) {
    test::Editor::Options options;
    options.anonymous = true;
    return editor_.send("GET", target, "", options);
  }
  Json public_items(std::string const& target) { return Json::parse(ask(target).body)["items"]; }

  test::TestDatabase database_;
  test::Editor editor_;
};

TEST_F(Counts, AnEventCountsInThePeriodOfItsEarliestStart) {
  put_event("first", {{"date", "-9999-01-01"}});
  put_event("caesar", {{"date", "-0044-03-15"}});
  put_event("early", {{"date", "0005"}});
  put_event("new-year", {{"date", "2024-12-31/2025-02"}});
  put_event("range", {{"date", "[2024-04-10..2025-01-31]"}});
  put_event("set", {{"date", "{2023-05,2024-04}"}});
  put_event("last", {{"date", "9999-12-31"}});
  put_event("open", {{"date", "../2024"}});
  put_event("unknown", {{"date", "/2024"}});
  put_event("without", {{"date", nullptr}});
  auto const expect = [&](std::string const& by, Json const& periods, std::string const& more = "") {
    Json found = Json::array();
    for (auto const& item : items("/v1/stats?by=" + by + more)) found.push_back({item[by], item["count"]});
    EXPECT_EQ(found, periods) << by;
  };
  expect("year",
         {{"-9999", 1}, {"-0044", 1}, {"0005", 1}, {"2023", 1}, {"2024", 2}, {"9999", 1}, {nullptr, 2}});
  expect("month", {{"-9999-01", 1},
                   {"-0044-03", 1},
                   {"0005-01", 1},
                   {"2023-05", 1},
                   {"2024-04", 1},
                   {"2024-12", 1},
                   {"9999-12", 1},
                   {nullptr, 2}});
  expect("week", {{"-9999-W01", 1},
                  {"-0044-W11", 1},
                  {"0004-W53", 1},
                  {"2023-W18", 1},
                  {"2024-W15", 1},
                  {"2025-W01", 1},
                  {"9999-W52", 1},
                  {nullptr, 2}});
  expect("day", {{"-9999-01-01", 1},
                 {"-0044-03-15", 1},
                 {"0005-01-01", 1},
                 {"2023-05-01", 1},
                 {"2024-04-10", 1},
                 {"2024-12-31", 1},
                 {"9999-12-31", 1},
                 {nullptr, 2}});
  expect("year", {{"2024", 2}, {nullptr, 1}}, "&undated=include&from=2025&to=2025");
}

TEST_F(Counts, AnEventCountsOnceForEachActorAndUnderNullForNone) {
  for (auto const* key : {"army", "press"})
    editor_.put(std::string("d/actors/") + key, {{"name", key}, {"kind", "other"}});
  put_event("both", {{"participants",
                      Json::parse(R"([{"role": "host", "actor": "army"}, {"role": "guest", "actor": "army"},
                                                      {"role": "guest", "actor": "press"}])")},
                     {"quantities", {{"troops", {{"best", 7}}}}}});
  put_event("none");
  auto const named = [](std::string const& key) {
    return Json{{"dataset", "d"}, {"key", key}, {"name", key}};
  };
  Json const sum{{"low", 7}, {"best", 7}, {"high", 7}}, given{{"low", 1}, {"best", 1}, {"high", 1}};
  Json const nothing{{"low", nullptr}, {"best", nullptr}, {"high", nullptr}},
      no_one{{"low", 0}, {"best", 0}, {"high", 0}};
  EXPECT_EQ(items("/v1/stats?by=actor&sum=troops"),
            (Json{{{"actor", named("army")}, {"count", 1}, {"sum", sum}, {"given", given}},
                  {{"actor", named("press")}, {"count", 1}, {"sum", sum}, {"given", given}},
                  {{"actor", nullptr}, {"count", 1}, {"sum", nothing}, {"given", no_one}}}));
}

TEST_F(Counts, ASumIsOfTheEventsThatGiveTheNumber) {
  auto const put = [&](std::string const& key, Json const& quantity) {
    put_event(key, {{"quantities", {{"dead", quantity}, {"other", {{"best", 1000}}}}}});
  };
  put("alone", {{"best", 1}});
  put("range", {{"low", 10}, {"high", 30}});
  put("all", {{"low", 100}, {"best", 200}, {"high", 300}});
  put("at-least", {{"low", 1000}, {"best", 2000}});
  put_event("says-nothing");
  auto const item = items("/v1/stats?by=type&sum=dead")[0];
  EXPECT_EQ(item["count"], 5);
  EXPECT_EQ(item["sum"], (Json{{"low", 1111}, {"best", 2201}, {"high", 331}}));
  EXPECT_EQ(item["given"], (Json{{"low", 4}, {"best", 3}, {"high", 3}}));
  EXPECT_EQ(items("/v1/stats?by=type&sum=unheard_of")[0]["sum"]["best"], nullptr);
}

TEST_F(Counts, ASumIsAsLargeAsItComes) {
  for (auto const* key : {"a", "b", "c"})
    put_event(key, {{"quantities", {{"cost", {{"best", 9007199254740991}}}}}});
  EXPECT_NE(editor_.get("/v1/stats?by=year&sum=cost").body.find("\"best\":27021597764222973"),
            std::string::npos);
}

TEST_F(Counts, ThePlaceIsTheEventsOwnAndTheCountryTheNearestAround) {
  editor_.put("d/places/land", {{"name", "Land"}, {"country", "AM"}});
  editor_.put("d/places/region", {{"name", "Region"}, {"within", "land"}});
  editor_.put("d/places/town", {{"name", "Town"}, {"within", "region"}});
  editor_.put("d/places/exclave", {{"name", "Exclave"}, {"within", "region"}, {"country", "AZ"}});
  editor_.put("d/places/sea", {{"name", "Sea"}});
  for (auto const* place : {"town", "exclave", "sea"}) put_event(place, {{"place", place}});
  put_event("nowhere");
  Json const expected{{{"country", "AM"}, {"place", "town"}},
                      {{"country", "AZ"}, {"place", "exclave"}},
                      {{"country", nullptr}, {"place", "sea"}},
                      {{"country", nullptr}, {"place", nullptr}}};
  Json found = Json::array();
  for (auto const& item : items("/v1/stats?by=country,place")) {
    auto const& place = item["place"];
    found.push_back({{"country", item["country"]}, {"place", place.is_null() ? place : place["key"]}});
  }
  EXPECT_EQ(found, expected);
}

TEST_F(Counts, WhatIsHiddenIsNotCounted) {
  editor_.put("d/actors/agent", {{"name", "Agent"}, {"kind", "person"}, {"visibility", "members"}});
  editor_.put("d/places/base", {{"name", "Base"}, {"country", "AM"}, {"visibility", "restricted"}});
  editor_.put("secret", {{"title", "Secret"}, {"visibility", "members"}});
  put_event("open", {{"place", "base"}, {"participants", {{{"role", "host"}, {"actor", "agent"}}}}});
  put_event("hidden", {{"type", "plot.secret"}, {"visibility", "members"}});
  editor_.put("secret/events/e", {{"title", "E"}, {"type", "plot"}, {"status", "planned"}, {"date", "2024"}});
  EXPECT_EQ(public_items("/v1/stats?by=type"), (Json{{{"type", "talks"}, {"count", 1}}}));
  for (auto const* by : {"actor", "place", "country"})
    EXPECT_EQ(public_items(std::string("/v1/stats?by=") + by), (Json{{{by, nullptr}, {"count", 1}}}));
  EXPECT_EQ(public_items("/v1/stats?by=type&role=host"), Json::array());
  EXPECT_EQ(public_items("/v1/stats?by=type&actor=Agent"), Json::array());
  EXPECT_EQ(public_items("/v1/types"),
            (Json{{{"type", "talks"}, {"parent", nullptr}, {"count", 1}, {"total", 1}}}));
  EXPECT_EQ(ask("/v1/stats?by=year&dataset=secret").status, 404);
  EXPECT_EQ(ask("/v1/types?dataset=secret").status, 404);
  EXPECT_EQ(items("/v1/types").size(), 3U);
  EXPECT_EQ(items("/v1/stats?by=dataset"),
            (Json{{{"dataset", "d"}, {"count", 2}}, {{"dataset", "secret"}, {"count", 1}}}));
}

TEST_F(Counts, WhatDoesNotGoTogetherIsRefused) {
  for (auto const& [query, status, problem] : std::vector<std::tuple<std::string, int, std::string>>{
           {"", 400, "invalid-parameter"},
           {"?by=hour", 400, "invalid-parameter"},
           {"?by=year,month,day", 400, "invalid-parameter"},
           {"?by=year&sum=Dead", 400, "invalid-parameter"},
           {"?by=year&sort=date", 400, "invalid-parameter"},
           {"?by=year&limit=5", 400, "invalid-parameter"},
           {"?by=year&known_by=2024", 400, "not-with-known-by"},
           {"?by=year&as_of=2024-01-01T00:00:00Z", 400, "not-with-as-of"},
           {"?by=year&as_of=yesterday", 400, "not-with-as-of"},
           {"?by=year&dataset=absent", 404, "not-found"},
           {".geojson?by=year", 406, "not-acceptable"}}) {
    auto const answer = ask("/v1/stats" + query);
    EXPECT_EQ(answer.status, status) << query;
    EXPECT_EQ(test::problem_of(answer), problem) << query;
  }
}

TEST_F(Counts, TenThousandGroupsAreAnsweredAndNotOneMore) {
  auto const folder = std::filesystem::temp_directory_path() / ("annals-groups-" + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  std::ofstream events(folder / "events.csv");
  events << "key,title,type,status,date\n";
  for (int i = 0; i <= 10000; ++i)
    events << 'e' << i << ",E,t" << i << ",occurred," << iso_day(Day(date::days{i})) << '\n';
  events.close();
  static_cast<void>(service::import_bundle(database_.pool(), folder, "many"));
  std::filesystem::remove_all(folder);
  for (auto const* target : {"/v1/stats?by=day", "/v1/stats.csv?by=day,type", "/v1/types"}) {
    auto const answer = editor_.get(target);
    EXPECT_EQ(answer.status, 422) << target;
    EXPECT_EQ(test::problem_of(answer), "too-many-groups") << target;
  }
  EXPECT_EQ(items("/v1/stats?by=day,type&from=1970-01-02").size(), 10000U);
  EXPECT_EQ(items("/v1/stats?by=year").size(), 28U);
}

}  // namespace
}  // namespace annals
