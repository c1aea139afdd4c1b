#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <map>

#include "csv/bundle_writer.hpp"
#include "domain/date_expression.hpp"
#include "service/import_file.hpp"
#include "service/undo_import.hpp"
#include "support/database.hpp"
#include "support/effort.hpp"
#include "support/process.hpp"

namespace annals {
namespace {

using Sums = std::map<std::string, std::string>;

/// Of the file, by tests/data/list_sums.py.
Sums sums_of_file(std::string const& profile, std::string const& path) {
  auto const command = "python3 " ANNALS_TEST_DATA "/list_sums.py " + profile + " " + path;
  std::unique_ptr<FILE, int (*)(FILE*)> const pipe(popen(command.c_str(), "r"), &pclose);
  Sums sums;
  std::array<char, 64> name{}, value{};
  while (std::fscanf(pipe.get(), "%63s %63s", name.data(), value.data()) == 2)
    sums[name.data()] = value.data();
  return sums;
}

class ListImport : public testing::Test {
 protected:
  service::ImportResult import(std::string const& profile, std::string const& path,
                               service::OnError on_error = service::OnError::abort,
                               service::Missing missing = service::Missing::keep) {
    service::ImportOptions options;
    options.missing = missing;
    options.profile = profile;
    if (std::filesystem::path const mapping = ANNALS_EXAMPLES "/mappings/" + profile + ".json";
        exists(mapping))
      options.mapping = test::read_file(mapping);
    options.dataset = "d";
    options.on_error = on_error;
    return service::import_file(database_.pool(), path, options);
  }

  service::ImportResult import_text(std::string const& profile, std::string const& text,
                                    service::OnError on_error = service::OnError::abort,
                                    service::Missing missing = service::Missing::keep) {
    auto const path = folder_.path() / "list.csv";
    std::ofstream(path) << text;
    return import(profile, path, on_error, missing);
  }

  std::string one(std::string const& sql) {
    std::string value;
    database_.pool().in_transaction(db::Access::read, [&](db::Transaction& transaction) {
      auto const rows = transaction.run("select (" + sql + ")::text as value");
      value = rows[0].is_null("value") ? "" : rows[0].text("value");
    });
    return value;
  }

  /// Of what is stored.
  Sums sums() {
    Sums found{{"events", one("select count(*) from event where until is null")},
               {"actors", one("select count(*) from actor where until is null")}};
    for (auto const* part : {"low", "best", "high"})
      found[part] = one("select coalesce(sum((quantities -> 'fatalities' ->> '" + std::string(part) +
                        "')::bigint), 0) from event where until is null");
    auto const day = [](std::string const& number) { return iso_day(Day(date::days(std::stoi(number)))); };
    found["first"] = day(one("select min(start_earliest) from event where until is null"));
    found["last"] = day(one("select max(end_latest) from event where until is null"));
    return found;
  }

  test::TestDatabase database_;
  csv::TemporaryFolder folder_;
};

struct RealList {
  std::string profile;
  std::string file;
};
class RealLists : public ListImport, public testing::WithParamInterface<RealList> {};

TEST_P(RealLists, AddUpToWhatTheirFilesDo) {
  auto const& [profile, file] = GetParam();
  auto const path = ANNALS_TEST_DATA "/" + file;
  auto const result = import(profile, path);
  auto const expected = sums_of_file(profile, path);
  ASSERT_EQ(expected.size(), 7U) << "the sums of the file";
  EXPECT_EQ(sums(), expected);
  EXPECT_EQ(
      one("select count(*) from event e where e.until is null and e.place_id is not null and not exists "
          "(select from place p where p.dataset_id = e.dataset_id and p.id = e.place_id and p.until is "
          "null)"),
      "0");
  auto const again = import(profile, path);
  EXPECT_EQ(again.rows_read, result.rows_read);
  EXPECT_EQ(again.counts.inserted, 0);
  EXPECT_EQ(again.counts.updated, 0);
  EXPECT_EQ(one("select count(*) from change"), "1") << "the first import alone";
}

std::vector<RealList> real_lists() {
  std::vector<RealList> lists{{"ucdp-ged", "ucdp/ged-sample1000.csv"},
                              {"ucdp-ged", "ucdp/hdx-ukr-a.csv"},
                              {"ucdp-ged", "ucdp/hdx-bgd.csv"},
                              {"gdelt-events", "gdelt/aamend-events.csv"},
                              {"gdelt-events", "gdelt/aamend-events1.csv"},
                              {"gdelt-events", "gdelt/reed-events.csv"},
                              {"gdelt-events", "gdelt/geomesa-20180101000000.export.CSV"},
                              {"gdelt-sheet", "gdelt/luka-20201113.csv"},
                              {"ucdp-prio-conflicts", "ucdp/UCDPPrioArmedConflictDataset_geocoded.csv"}};
  if (test::is_long()) {
    lists.push_back({"ucdp-ged", "ucdp/hdx-irq.csv"});
    lists.push_back({"ucdp-ged", "ucdp/ged-49col-62k.csv.gz"});
    lists.push_back({"ucdp-14-columns", "ucdp/ged-global-14col-177k.csv.gz"});
  }
  return lists;
}
INSTANTIATE_TEST_SUITE_P(Files, RealLists, testing::ValuesIn(real_lists()), [](auto const& list) {
  std::string name;
  for (char const c : list.param.file) name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return name;
});

TEST_F(ListImport, UcdpSourcesAreArticlesAndOnlyAnOnlyOneAssertsTheFigures) {
  static_cast<void>(import("ucdp-ged", ANNALS_TEST_DATA "/ucdp/ged-sample1000.csv"));
  EXPECT_EQ(one("select count(*) from claim c where c.until is null and c.date is not null and (select "
                "count(*) from claim o "
                "where o.dataset_id = c.dataset_id and o.event_id = c.event_id and o.until is null) > 1"),
            "0");
  EXPECT_NE(one("select count(*) from claim where until is null and date is not null"), "0");
  EXPECT_EQ(one("select count(distinct s.publisher) filter (where s.publisher = 'VDC') from source s where "
                "until is null"),
            "1");
  EXPECT_EQ(one("select type from event where key = '300380' and until is null"), "violence.state_based");
  EXPECT_EQ(
      one("select attributes::jsonb ->> 'conflict_name' from event where key = '300380' and until is null"),
      "Syria: Government");
}

TEST_F(ListImport, AcledDaysInAllThreeForms) {
  std::string const header =
      "event_id_cnty;event_date;time_precision;event_type;sub_event_type;actor1;assoc_actor_1;inter1;actor2;"
      "inter2;iso;"
      "country;location;latitude;longitude;geo_precision;source;notes;fatalities;tags\n";
  auto const row = [](std::string const& key, std::string const& day, std::string const& precision) {
    return key + ";" + day + ";" + precision +
           ";Battles;Armed clash;Military Forces of Azerbaijan;\"Police Forces of Azerbaijan; Border "
           "Guard\";1;"
           "Military Forces of Artsakh;State forces;31;Azerbaijan;Shusha;39.7;46.75;1;\"Asbarez; Undisclosed "
           "Source\";"
           "Notes [size=no report];5;\n";
  };
  auto const text = header + row("AZE1", "2020-11-08", "1") + row("AZE2", "08 November 2020", "2") +
                    row("AZE3", "08-11-2020", "3");
  auto const result = import_text("acled", text);
  EXPECT_EQ(result.rows_read, 3);
  auto const date = [&](std::string const& key) {
    return one("select date from event where until is null and key = '" + key + "'");
  };
  EXPECT_EQ(date("AZE1"), "2020-11-08");
  EXPECT_EQ(date("AZE2"), "[2020-11-02..2020-11-14]");
  EXPECT_EQ(date("AZE3"), "2020-11");
  EXPECT_EQ(one("select type from event where until is null and key = 'AZE1'"), "battles.armed_clash");
  EXPECT_EQ(one("select string_agg(role, ' ' order by position) from event_participant p where until is null "
                "and event_id = "
                "(select id from event where key = 'AZE1' and until is null)"),
            "actor1 associate1 associate1 actor2");
  EXPECT_EQ(one("select count(*) from source where until is null"), "2");
  EXPECT_EQ(one("select country from place where until is null"), "AZ");
}

TEST_F(ListImport, BadRowsAreToldAndGoodOnesStoredWhereAsked) {
  std::string const text =
      "key,title,type,date,lat,lon,place_name,status\n"
      "a,First,talks,2020-01-01,1,1,Here,\n"
      ",No key,talks,2020-01-01,,,,\n"
      "c,No such day,talks,2020-02-30,,,,\n"
      "d,Off the globe,talks,2020-01-01,91,1,There,\n"
      "e,No such status,talks,2020-01-01,,,,perhaps\n"
      "f,Too few cells,talks\n"
      "g,Twice,talks,2020-01-01,,,,\n"
      "g,Twice and other,talks,2020-01-01,,,,\n"
      "h,Last,talks,2020-01-01,2,2,There,\n"
      "h,Last,talks,2020-01-01,2,2,There,\n";
  EXPECT_THROW(static_cast<void>(import_text("generic", text)), Error);
  EXPECT_EQ(one("select count(*) from event"), "0");
  auto const result = import_text("generic", text, service::OnError::skip);
  std::vector<std::tuple<int, std::string, std::string>> found;
  for (auto const& fault : result.faults)
    found.emplace_back(fault.line.value_or(0), fault.field, name(fault.code));
  std::vector<std::tuple<int, std::string, std::string>> const expected{
      {3, "key", "required"},         {4, "date", "invalid-date"},   {5, "lat", "invalid-point"},
      {6, "status", "invalid-value"}, {7, "", "wrong-column-count"}, {8, "key", "duplicate-key"},
      {9, "key", "duplicate-key"}};
  EXPECT_EQ(found, expected);
  EXPECT_EQ(result.rejected, 7);
  ASSERT_EQ(result.warnings.size(), 1U);
  EXPECT_EQ(result.warnings[0].line, 11);
  EXPECT_EQ(one("select string_agg(key, ' ' order by key) from event where until is null"), "a h");
  EXPECT_EQ(one("select string_agg(name, ' ' order by name) from place where until is null"), "Here There");
}

TEST_F(ListImport, HoweverManyRowsAreRefusedOnlyWhenAllAreReadNoneOfThemIsStored) {
  constexpr int each = 1500;
  std::string text = "key,title,type,date,place,actor1\n";
  for (int i = 0; i < each; ++i) {
    auto const n = std::to_string(i);
    text += "equal" + n + ",A,talks,2020,,\nequal" + n + ",A,talks,2020,,\n";
    text += "z" + n + ",A,talks,2020,,Nobody\nz" + n + ",B,talks,2020,,Nobody\n";
    text += "unknown" + n + ",A,talks,2020,nowhere,Nobody\n";
  }
  auto const result = import_text("generic", text, service::OnError::skip);
  EXPECT_EQ(result.rejected, 3 * each);
  EXPECT_EQ(result.counts.inserted, each);
  EXPECT_EQ(one("select count(*) from event where until is null and key like 'equal%'"), "1500");
  EXPECT_EQ(one("select count(*) from actor"), "0") << "nor who only they name";
}

TEST_F(ListImport, WhoAndWhatIsNamedIsFoundUnderItsNameAndNeverChanged) {
  std::ofstream(folder_.path() / "actors.csv")
      << "key,name,kind,aliases\nazerbaijan,Azerbaijan,state,Âzerbaycan\n";
  std::ofstream(folder_.path() / "places.csv") << "key,name,country,lat,lon\nshusha,Şuşa,AZ,,\n";
  static_cast<void>(service::import_bundle(database_.pool(), folder_.path(), "d"));
  std::string const header = "key,title,type,date,actor1,actor2,place_name,country,lat,lon\n";
  static_cast<void>(import_text("generic", header +
                                               "a,A,talks,2020-01-01,AZERBAYCAN,Artsakh,Susa,AZE,39.7,46.7\n"
                                               "b,B,talks,2020-01-01,artsakh,,Susa,AZ,39.7,46.7\n"));
  EXPECT_EQ(one("select string_agg(name, ' ' order by name) from actor where until is null"),
            "Artsakh Azerbaijan");
  EXPECT_EQ(one("select max(version) from actor"), "1");
  EXPECT_EQ(
      one("select string_agg(p.name, ' ') from event e join place p on p.id = e.place_id and p.until is null "
          "where e.until is null and p.location ~= point(46.7, 39.7)"),
      "Susa Susa")
      << "another one, since of the one that is there nobody knows where it lies";
}

TEST_F(ListImport, ALaterReleaseChangesOnlyWhatDiffers) {
  std::string const header = "key,title,type,date,quantities\n";
  static_cast<void>(import_text("generic", header + "a,A,talks,2020,troops=5\nb,B,talks,2021,\n"));
  auto const later =
      import_text("generic", header + "a,A,talks,2020,troops=6\nb,B,talks,2021,\nc,C,talks,2022,\n");
  EXPECT_EQ(later.counts.inserted, 1);
  EXPECT_EQ(later.counts.updated, 1);
  EXPECT_EQ(later.counts.unchanged, 1);
  EXPECT_EQ(one("select version from event where key = 'a' and until is null"), "2");
}

TEST_F(ListImport, RefusesWhatIsNoNameOfASheetBeforeItIsKept) {
  auto const path = folder_.path() / "list.csv";
  std::ofstream(path) << "key,title,type\na,First,talks\n";
  for (std::string const sheet : {"", "\xFF", "a\x01"}) {
    service::ImportOptions options;
    options.profile = "generic";
    options.dataset = "d";
    options.sheet = sheet;
    try {
      static_cast<void>(service::import_file(database_.pool(), path, options));
      ADD_FAILURE() << "taken: " << sheet;
    } catch (Error const& error) {
      EXPECT_EQ(error.problem(), Problem::invalid_parameter) << error.what();
    }
  }
  EXPECT_EQ(one("select count(*) from batch"), "0");
}

TEST_F(ListImport, WhatALaterReleaseHasNoMoreIsToldOfAndGoesWhereAsked) {
  std::string const header = "key,title,type,date,actor1,source_title\n";
  auto const row = [](std::string const& key, std::string const& day) {
    return key + ",An event," + "talks," + day + ",Someone,The Paper\n";
  };
  static_cast<void>(import_text("generic", header + row("a", "2020-01-01") + row("b", "2020-01-02") +
                                               row("c", "2020-01-03") + row("later", "2021-01-01")));
  auto const later = header + row("a", "2020-01-01") + row("c", "2020-01-03");
  auto const told = import_text("generic", later);
  ASSERT_EQ(told.warnings.size(), 1U);
  EXPECT_EQ(told.warnings[0].code, Problem::not_listed);
  EXPECT_NE(told.warnings[0].message.find("event b"), std::string::npos) << told.warnings[0].message;
  EXPECT_EQ(one("select count(*) from event where until is null"), "4");
  EXPECT_EQ(import_text("generic", later, service::OnError::abort, service::Missing::drop).counts.updated, 2)
      << "and its claim";
  EXPECT_EQ(one("select string_agg(key, ' ' order by key) from event where until is null"), "a c later");
  EXPECT_EQ(one("select count(*) from claim where until is null"), "3");
  auto const number = std::stoi(one("select max(number) from batch"));
  database_.pool().in_transaction(db::Access::write, [&](db::Transaction& transaction) {
    static_cast<void>(service::undo_import(transaction, "d", number, false, {}));
  });
  EXPECT_EQ(one("select string_agg(key, ' ' order by key) from event where until is null"), "a b c later");
  EXPECT_EQ(one("select count(*) from claim where until is null"), "4");
  EXPECT_EQ(one("select count(*) from event_participant where until is null"), "4");
}

}  // namespace
}  // namespace annals
