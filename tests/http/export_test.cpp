#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <thread>

#include "csv/bundle_writer.hpp"
#include "csv/list_input.hpp"
#include "service/export_bundle.hpp"
#include "service/import_file.hpp"
#include "support/case_service.hpp"
#include "support/effort.hpp"
#include "support/process.hpp"

namespace annals {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::vector<csv::Record> rows_of(std::string const& text) {
  std::vector<csv::Record> records;
  csv::Tokenizer tokenizer([&](csv::Record&& record) { records.push_back(std::move(record)); });
  tokenizer.push(text);
  tokenizer.finish();
  return records;
}

class Export : public testing::Test {
 protected:
  static void SetUpTestSuite() { case_ = std::make_unique<test::CaseService>(ANNALS_EXAMPLES "/karabakh"); }
  static void TearDownTestSuite() { case_.reset(); }

  static std::string body(std::string const& target) {
    auto const response = case_->get(target);
    auto text = test::body_of(response);
    EXPECT_EQ(response.status, 200) << target << ' ' << text;
    return text;
  }
  /// The dataset as a zip, written by the program's own way.
  static std::string zip_of(db::Pool& pool, std::string const& dataset, fs::path const& folder) {
    db::Reading reading(pool, db::View{{}, db::Clearance::editor});
    csv::BundleWriter bundle(folder / "files");
    service::export_bundle(reading.transaction(), dataset, bundle);
    csv::write_zip(folder / "files", bundle.names(), folder / "bundle.zip");
    return test::read_file(folder / "bundle.zip");
  }
  /// Imports it into an empty database and exports it again.
  static void expect_same_again(fs::path const& bundle, std::string const& dataset) {
    csv::TemporaryFolder const first, second;
    test::TestDatabase one, other;
    try {
      static_cast<void>(service::import_bundle(one.pool(), bundle));
    } catch (Error const& error) {
      for (auto const& fault : error.faults())
        ADD_FAILURE() << fault.file << ' ' << fault.line.value_or(0) << ' ' << fault.field << ' '
                      << fault.message;
      throw;
    }
    auto const before = zip_of(one.pool(), dataset, first.path());
    static_cast<void>(service::import_bundle(other.pool(), first.path() / "bundle.zip"));
    EXPECT_EQ(zip_of(other.pool(), dataset, second.path()), before);
    auto const again = service::import_bundle(other.pool(), second.path() / "bundle.zip");
    EXPECT_EQ(again.counts.inserted + again.counts.updated, 0) << "a second import changes nothing";
  }

  static std::unique_ptr<test::CaseService> case_;
};
std::unique_ptr<test::CaseService> Export::case_;

TEST_F(Export, TheFirstBundleHasTheVeryBytesOfTheReferenceCase) {
  csv::TemporaryFolder const folder;
  static_cast<void>(zip_of(case_->database().pool(), "karabakh", folder.path()));
  int compared = 0;
  for (auto const& entry : fs::directory_iterator(ANNALS_EXAMPLES "/karabakh")) {
    EXPECT_EQ(test::read_file(folder.path() / "files" / entry.path().filename()),
              test::read_file(entry.path()))
        << entry.path();
    ++compared;
  }
  EXPECT_EQ(compared, 9);
  auto const package = Json::parse(test::read_file(folder.path() / "files/datapackage.json"));
  EXPECT_EQ(package["name"], "karabakh");
  EXPECT_EQ(package["resources"].size(), 8U);
}

TEST_F(Export, ABundleOverHttpIsTheSameZip) {
  csv::TemporaryFolder const folder;
  auto const response = case_->get("/v1/datasets/karabakh/bundle.zip");
  EXPECT_EQ(response.content_type, "application/zip");
  EXPECT_EQ(test::header_of(response, "Content-Disposition"), "attachment; filename=\"karabakh.zip\"");
  EXPECT_EQ(test::body_of(response), zip_of(case_->database().pool(), "karabakh", folder.path()));
  EXPECT_EQ(case_->get("/v1/datasets/absent/bundle.zip").status, 404);
}

TEST_F(Export, ExportImportExportIsTheSameZip) { expect_same_again(ANNALS_EXAMPLES "/karabakh", "karabakh"); }

TEST_F(Export, EveryKindOfCellComesBackAsItWas) {
  csv::TemporaryFolder const folder;
  auto const write = [&](char const* name, std::string const& text) {
    fs::create_directories((folder.path() / name).parent_path());
    std::ofstream(folder.path() / name, std::ios::binary) << text;
  };
  write("dataset.json", R"({"key": "all", "title": "=Alles <\"\\/> ü"})");
  write("mappings.json", "{\n  \"mine\": {}\n}\n");
  std::string const frozen = R"({"entries":[],"sources":[],"spans":[],"title":"T"})";
  write("snapshots/gone/12.json", frozen);
  write("actors.csv",
        "key,name,kind,aliases,external_ids,attributes,note\n"
        "a1,\"Հայաստան, the "
        "\"\"Republic\"\"\",state,Հայերեն|עברית|العربية|Ελλάδα|Россия,wikidata:Q399|wikidata:Q1|iso:AM,"
        "\"{\"\"b\"\":1.50,\"\"a\"\":[true,null,\"\"x\\ny\"\"]}\",\"two\nlines\"\n"
        "A2,' leading,person,a\\|b|c\\\\d,,,\" blank at both ends \"\n");
  write("places.csv", "key,name,lat,lon,colour\np1,=1+1,-0.5,179.999999,red\n");
  write(
      "sources.csv",
      "key,kind,title,published,accessed,republishes\ns2,news,S2,2020-05?,,s1\ns1,report,S1,\"{2020,2021}\","
      "2024-01-02,\n");
  std::string events = "key,title,type,status,date,participants,quantities,tags\n";
  int number = 0;
  for (auto const* date :
       {"2020", "2020-10~", "-0044-03-15", "1950S2", "2020-10-11T12:13:14+04:00", "2020-10/..", "../2020",
        "2020/", "[2020-01..2020-02]", "{2020-01,2021..2022}", "2020-24", "19XX", "2004-06~/2006-08?", ""})
    events += "e" + std::to_string(number++) + ",T,x.y,occurred," +
              (std::string(date).find(',') == std::string::npos ? date : "\"" + std::string(date) + "\"") +
              ",speaker:a1|target:A2,a=1|b=2..3|c=1/2/3|d=..5|e=/4/,a\\|b\n";
  write("events.csv", events);
  write("claims.csv",
        "key,event,source,stance,quote,language,locator,answers\nc1,e0,s1,asserts,\"«да»\r\nнет\",ru,p. "
        "5,\nc2,e0,s2,denies,,,,c1\n");
  write("event_relations.csv",
        "event,relation,other,note\ne1,starts,e0,n\ne1,causes,elsewhere/x,\ne0,same_as,all/e2,\n");
  write("actor_relations.csv", "key,actor,relation,other,date,note\nr,a1,same_as,other/a,2020/..,\n");
  write("timelines.csv",
        "key,title,query,pins,notes,sections\nt,T,tag=a%7Cb&from=2020,e1|other/"
        "e,\"{\"\"e1\"\":\"\"n\"\"}\",\"[{\"\"title\"\":\"\"S\"\"}]\"\n");
  expect_same_again(folder.path(), "all");

  test::TestDatabase database;
  csv::TemporaryFolder const out;
  static_cast<void>(service::import_bundle(database.pool(), folder.path()));
  static_cast<void>(zip_of(database.pool(), "all", out.path()));
  EXPECT_EQ(test::read_file(out.path() / "files/mappings.json"),
            test::read_file(folder.path() / "mappings.json"));
  EXPECT_EQ(test::read_file(out.path() / "files/snapshots/gone/12.json"), frozen);
  EXPECT_EQ(rows_of(test::read_file(out.path() / "files/places.csv"))[1].cells[10], R"({"colour":"red"})");
  EXPECT_EQ(rows_of(test::read_file(out.path() / "files/places.csv"))[1].cells[1], "=1+1")
      << "a bundle is as it is";
}

TEST_F(Export, RealEventsComeBackAsTheyWere) {
  csv::TemporaryFolder const folder;
  test::Process converter({"/usr/bin/env", "python3", ANNALS_TEST_DATA "/ucdp/to_bundle.py",
                           std::string(ANNALS_TEST_DATA "/ucdp/") +
                               (test::is_long() ? "ged-49col-62k.csv.gz" : "ged-sample1000.csv"),
                           folder.path() / "ucdp", "ucdp"},
                          folder.path() / "out", folder.path() / "errors");
  ASSERT_EQ(converter.wait(), 0) << test::read_file(folder.path() / "errors");
  expect_same_again(folder.path() / "ucdp", "ucdp");
}

TEST_F(Export, AWholeListIsTheListInEveryForm) {
  for (std::string const collection : {"events", "actors", "places", "sources", "claims"}) {
    auto const list = case_->json("/v1/" + collection + "?limit=1000");
    auto const& items = list["items"];
    std::istringstream lines(body("/v1/" + collection + ".ndjson"));
    auto expected = items.begin();
    for (std::string line; std::getline(lines, line); ++expected) {
      ASSERT_NE(expected, items.end());
      EXPECT_EQ(Json::parse(line), *expected);
    }
    EXPECT_EQ(expected, items.end());
    auto const rows = rows_of(body("/v1/" + collection + ".csv"));
    ASSERT_EQ(rows.size(), items.size() + 1);
    EXPECT_EQ(rows[0].cells[0], "dataset");
    for (std::size_t i = 0; i < items.size(); ++i) {
      EXPECT_EQ(rows[i + 1].cells[0], "karabakh");
      EXPECT_EQ(rows[i + 1].cells[1], items[i]["key"]);
      EXPECT_EQ(rows[i + 1].cells.size(), rows[0].cells.size());
    }
  }
  EXPECT_EQ(case_->get("/v1/actors.geojson").status, 406);
  EXPECT_EQ(case_->get("/v1/events.csv?limit=5").status, 400) << "an export is never cut";
}

TEST_F(Export, AWorkbookHasTheCellsOfTheCsv) {
  csv::TemporaryFolder const folder;
  auto const as_of = "?as_of=" + test::header_of(case_->get("/v1/events.csv"), "Annals-As-Of");
  for (std::string const list :
       {"events", "actors", "places", "sources", "claims", "datasets/karabakh/timelines",
        "datasets/karabakh/events", "datasets/karabakh/actors/peskov/events"}) {
    auto const workbook = body("/v1/" + list + ".xlsx" + as_of);
    std::ofstream(folder.path() / "list.xlsx", std::ios::binary) << workbook;
    std::vector<csv::Record> rows;
    csv::ListInput(folder.path() / "list.xlsx").read([&](auto&& row) { rows.push_back(std::move(row)); });
    auto const expected = rows_of(body("/v1/" + list + ".csv" + as_of));
    ASSERT_EQ(rows.size(), expected.size()) << list;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_EQ(rows[i].cells, expected[i].cells) << list << ' ' << i;
      EXPECT_EQ(rows[i].line, static_cast<int>(i) + 1);
    }
  }
  EXPECT_EQ(case_->get("/v1/stats.xlsx?by=year").status, 406);
}

TEST_F(Export, AWorkbookSaysWhatItIsAndIsTheSameEveryTime) {
  http::Request request;
  request.method = "GET";
  request.target = "/v1/events?actor=peskov";
  request.accept = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  auto const response = case_->send(request);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.content_type, request.accept);
  EXPECT_EQ(test::header_of(response, "Annals-Filter"), "actor=peskov");
  auto const same = "/v1/events.xlsx?as_of=" + test::header_of(response, "Annals-As-Of");
  auto const first = body(same);
  std::this_thread::sleep_for(std::chrono::milliseconds(2100));  // a zip counts in two seconds
  EXPECT_TRUE(body(same) == first);
  EXPECT_EQ(case_->get("/v1/events.xlsx?limit=5").status, 400) << "an export is never cut";
}

TEST_F(Export, CsvStatesFilterLicenceAndCitation) {
  auto const response = case_->get("/v1/events.csv?actor=peskov");
  auto const rows = rows_of(test::body_of(response));
  auto const cell = [&](std::string const& column) {
    auto const at = std::find(rows[0].cells.begin(), rows[0].cells.end(), column) - rows[0].cells.begin();
    return rows[1].cells[static_cast<std::size_t>(at)];
  };
  EXPECT_EQ(cell("licence"), "CC-BY-4.0");
  EXPECT_NE(cell("citation").find("Annals reference case"), std::string::npos);
  EXPECT_EQ(cell("filter"), "actor=peskov");
  EXPECT_EQ(test::header_of(response, "Annals-Filter"), "actor=peskov");
  EXPECT_NE(test::header_of(response, "Annals-Dataset").find("karabakh; licence=CC-BY-4.0"),
            std::string::npos);
}

TEST_F(Export, GeojsonHasAPointOrNullForEveryThing) {
  auto const events = Json::parse(body("/v1/events.geojson?dataset=karabakh"));
  EXPECT_EQ(events["type"], "FeatureCollection");
  EXPECT_EQ(events["datasets"][0]["licence"], "CC-BY-4.0");
  EXPECT_EQ(events["features"].size(), 30U);
  int points = 0;
  for (auto const& feature : events["features"]) {
    EXPECT_EQ(feature["type"], "Feature");
    auto const& place = feature["properties"]["place"];
    auto const point = place.is_null() ? Json() : place["point"];
    if (point.is_null()) {
      EXPECT_TRUE(feature["geometry"].is_null());
      continue;
    }
    ++points;
    EXPECT_EQ(feature["geometry"], (Json{{"type", "Point"}, {"coordinates", point}}));
  }
  EXPECT_GT(points, 5);
  EXPECT_EQ(Json::parse(body("/v1/places.geojson"))["features"].size(),
            case_->json("/v1/places?limit=1000")["items"].size());
}

}  // namespace
}  // namespace annals
