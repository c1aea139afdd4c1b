#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "service/import_file.hpp"
#include "support/database.hpp"

namespace annals {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test, removed with it.
class Bundle {
 public:
  Bundle() : path_(fs::temp_directory_path() / ("annals-bundle-" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Bundle() { fs::remove_all(path_); }
  Bundle(Bundle&&) = delete;

  Bundle& file(std::string const& name, std::string const& text) {
    std::ofstream(path_ / name) << text;
    return *this;
  }
  Bundle& dataset() { return file("dataset.json", R"({"key": "d", "title": "D"})"); }
  [[nodiscard]] fs::path const& path() const { return path_; }

 private:
  fs::path path_;
};

int count(db::Pool& pool, std::string const& table) {
  int found = -1;
  pool.in_transaction(db::Access::read, [&](db::Transaction& transaction) {
    found = transaction.run("select count(*) from " + table)[0].small("count");
  });
  return found;
}

std::vector<Fault> faults_of(db::Pool& pool, fs::path const& path) {
  try {
    static_cast<void>(service::import_bundle(pool, path));
  } catch (Error const& error) {
    return error.faults();
  }
  return {};
}

constexpr char const* karabakh = ANNALS_EXAMPLES "/karabakh";

TEST(ImportBundle, LoadsTheReferenceCase) {
  test::TestDatabase database;
  auto const result = service::import_bundle(database.pool(), karabakh);
  EXPECT_EQ(result.dataset, "karabakh");
  EXPECT_EQ(result.rows_read, 228);
  EXPECT_EQ(result.counts.inserted, 29 + 17 + 20 + 33 + 30 + 77 + 1);
  EXPECT_EQ(result.counts.updated, 0);
  EXPECT_TRUE(result.warnings.empty());
  EXPECT_EQ(count(database.pool(), "event where until is null"), 30);
  EXPECT_EQ(count(database.pool(), "event_relation where until is null"), 21);
  EXPECT_EQ(count(database.pool(), "event_participant where until is null"), 53);
}

TEST(ImportBundle, ChangesNothingTheSecondTime) {
  test::TestDatabase database;
  static_cast<void>(service::import_bundle(database.pool(), karabakh));
  auto const again = service::import_bundle(database.pool(), karabakh);
  EXPECT_EQ(again.counts.inserted, 0);
  EXPECT_EQ(again.counts.updated, 0);
  EXPECT_EQ(again.counts.unchanged, 207);
  EXPECT_EQ(count(database.pool(), "event"), 30);
  EXPECT_EQ(count(database.pool(), "name where until is not null"), 0);
  EXPECT_EQ(count(database.pool(), "change"), 1);
}

TEST(ImportBundle, KeepsWhatAChangedRowWasBefore) {
  test::TestDatabase database;
  Bundle bundle;
  auto const header = std::string("key,title,type,status,date,participants\n");
  bundle.dataset().file("actors.csv", "key,name,kind\na,A,state\nb,B,state\n");
  bundle.file("events.csv", header + "x,First,talks,occurred,2024,party:a\ny,Same,talks,occurred,2023,\n");
  static_cast<void>(service::import_bundle(database.pool(), bundle.path()));
  bundle.file("events.csv",
              header + "x,First,talks,occurred,2024,party:a|host:b\ny,Same,talks,occurred,2023,\n");
  auto const again = service::import_bundle(database.pool(), bundle.path());
  EXPECT_EQ(again.counts.updated, 1);
  EXPECT_EQ(count(database.pool(), "event where key = 'x' and version = 2 and until is null"), 1);
  EXPECT_EQ(count(database.pool(), "event where key = 'x' and version = 1 and until is not null"), 1);
  EXPECT_EQ(count(database.pool(), "event_participant where until is null"), 2);
}

TEST(ImportBundle, KeepsColumnsThatNoFieldHas) {
  test::TestDatabase database;
  Bundle bundle;
  bundle.dataset().file("events.csv", "key,title,type,status,Gazetteer No\nx,X,talks,occurred,17\n");
  static_cast<void>(service::import_bundle(database.pool(), bundle.path()));
  EXPECT_EQ(count(database.pool(), "event where attributes ->> 'Gazetteer No' = '17'"), 1);
}

struct FaultCase {
  char const* name;
  char const* file;
  char const* text;
  int line;
  char const* column;
  Problem code;
  std::optional<int> position;
};

class ImportFault : public testing::TestWithParam<FaultCase> {};

TEST_P(ImportFault, IsNamedByFileLineAndColumnAndNothingIsStored) {
  test::TestDatabase database;
  Bundle bundle;
  auto const& given = GetParam();
  bundle.dataset();
  bundle.file("actors.csv", "key,name,kind\na,A,state\n").file("places.csv", "key,name\np,P\n");
  bundle.file("sources.csv", "key,kind,title\ns,news,S\n");
  bundle.file("events.csv", "key,title,type,status\ne,E,talks,occurred\n");
  bundle.file(given.file, given.text);
  auto const faults = faults_of(database.pool(), bundle.path());
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].file, given.file);
  EXPECT_EQ(faults[0].line.value_or(0), given.line);
  EXPECT_EQ(faults[0].field, given.column);
  EXPECT_EQ(name(faults[0].code), name(given.code));
  EXPECT_EQ(faults[0].position, given.position);
  EXPECT_EQ(count(database.pool(), "dataset"), 0);
  EXPECT_EQ(count(database.pool(), "event"), 0);
}

std::string const event_header = "key,title,type,status,date,place,participants,quantities\n";
std::string const bad_date = event_header + "e,E,talks,occurred,2024,,,\nf,F,talks,occurred,2024-02-30,,,\n";
std::string const reversed = event_header + "e,E,talks,occurred,2024/2020,,,\n";
std::string const bad_place = event_header + "e,E,talks,occurred,,q,,\n";
std::string const bad_actor = event_header + "e,E,talks,occurred,,,party:nobody,\n";
std::string const bad_role = event_header + "e,E,talks,occurred,,,a,\n";
std::string const bad_count = event_header + "e,E,talks,occurred,,,,troops=many\n";
std::string const bad_text = event_header + "e,\"Two\nE\x01\",talks,occurred,,,,\n";

INSTANTIATE_TEST_SUITE_P(
    Every, ImportFault,
    testing::Values(
        FaultCase{"Date", "events.csv", bad_date.c_str(), 3, "date", Problem::invalid_date, 8},
        FaultCase{"Interval", "events.csv", reversed.c_str(), 2, "date", Problem::reversed_interval, 5},
        FaultCase{"Place", "events.csv", bad_place.c_str(), 2, "place", Problem::unknown_reference, {}},
        FaultCase{
            "Actor", "events.csv", bad_actor.c_str(), 2, "participants", Problem::unknown_reference, {}},
        FaultCase{"Role", "events.csv", bad_role.c_str(), 2, "participants", Problem::invalid_value, {}},
        FaultCase{"Count", "events.csv", bad_count.c_str(), 2, "quantities", Problem::invalid_value, {}},
        FaultCase{"Control", "events.csv", bad_text.c_str(), 2, "title", Problem::bad_text, 5},
        FaultCase{"Key", "actors.csv", "key,name,kind\n..,A,state\n", 2, "key", Problem::invalid_key, {}},
        FaultCase{"Word", "actors.csv", "key,name,kind\na,A,king\n", 2, "kind", Problem::invalid_value, {}},
        FaultCase{"Missing", "actors.csv", "key,name,kind\na,,state\n", 2, "name", Problem::required, {}},
        FaultCase{"Country",
                  "actors.csv",
                  "key,name,kind,country\na,A,state,ZZ\n",
                  2,
                  "country",
                  Problem::invalid_value,
                  {}},
        FaultCase{"Twice",
                  "actors.csv",
                  "key,name,kind\na,A,state\na,B,state\n",
                  3,
                  "key",
                  Problem::duplicate_key,
                  {}},
        FaultCase{"Cells", "actors.csv", "key,name,kind\na,A\n", 2, "", Problem::wrong_column_count, {}},
        FaultCase{"NoColumn", "actors.csv", "key,kind\na,state\n", 1, "name", Problem::required, {}},
        FaultCase{
            "Quote", "actors.csv", "key,name,kind\na,\"A,state\n", 2, "", Problem::quote_not_closed, {}},
        FaultCase{"Empty", "actors.csv", "", 0, "", Problem::empty_file, {}},
        FaultCase{
            "Latitude", "places.csv", "key,name,lat,lon\np,P,91,0\n", 2, "lat", Problem::invalid_point, {}},
        FaultCase{"Comma",
                  "places.csv",
                  "key,name,lat,lon\np,P,\"40,5\",0\n",
                  2,
                  "lat",
                  Problem::invalid_point,
                  {}},
        FaultCase{
            "HalfPoint", "places.csv", "key,name,lat,lon\np,P,40,\n", 2, "lon", Problem::invalid_point, {}},
        FaultCase{"Within", "places.csv", "key,name,within\np,P,p\n", 2, "within", Problem::cycle, {}},
        FaultCase{
            "Url", "sources.csv", "key,kind,title,url\ns,news,S,ftp://x\n", 2, "url", Problem::bad_url, {}},
        FaultCase{"Credentials",
                  "sources.csv",
                  "key,kind,title,url\ns,news,S,https://a:b@x/\n",
                  2,
                  "url",
                  Problem::bad_url,
                  {}},
        FaultCase{"Json", "sources.csv", "key,kind,title,attributes\ns,news,S,{\n", 2, "attributes",
                  Problem::bad_json, 1},
        FaultCase{"Other",
                  "event_relations.csv",
                  "event,relation,other\ne,causes,f\n",
                  2,
                  "other",
                  Problem::unknown_reference,
                  {}},
        FaultCase{"Itself",
                  "event_relations.csv",
                  "event,relation,other\ne,causes,e\n",
                  2,
                  "other",
                  Problem::cycle,
                  {}},
        FaultCase{"Column",
                  "event_relations.csv",
                  "event,relation,other,why\ne,causes,x/f,\n",
                  1,
                  "why",
                  Problem::unknown_column,
                  {}},
        FaultCase{"File", "event.csv", "key\n", 0, "", Problem::unknown_file, {}},
        FaultCase{"PackageElsewhere",
                  "datapackage.json",
                  R"({"resources": [{"path": "https://example.org/x.csv"}]})",
                  0,
                  "/resources",
                  Problem::bad_package,
                  {}},
        FaultCase{"Package",
                  "datapackage.json",
                  R"({"resources": [{"path": "../../x"}]})",
                  0,
                  "/resources",
                  Problem::bad_package,
                  {}}),
    [](auto const& each) { return std::string(each.param.name); });

TEST(ImportBundle, ReportsEveryFaultAndNoneThatFollowsFromAnother) {
  test::TestDatabase database;
  Bundle bundle;
  bundle.dataset();
  bundle.file("actors.csv", "key,name,kind\na,A,king\nb,,state\n");
  bundle.file("events.csv",
              "key,title,type,status,participants\ne,E,talks,occurred,party:a|party:b|party:c\n");
  auto const faults = faults_of(database.pool(), bundle.path());
  ASSERT_EQ(faults.size(), 3U);
  EXPECT_EQ(faults[2].file, "events.csv");
  EXPECT_EQ(faults[2].code, Problem::unknown_reference);
}

TEST(ImportBundle, TakesAnEqualRowOnceAndWarns) {
  test::TestDatabase database;
  Bundle bundle;
  bundle.dataset().file("actors.csv", "key,name,kind\na,A,state\na,A,state\n");
  auto const result = service::import_bundle(database.pool(), bundle.path());
  ASSERT_EQ(result.warnings.size(), 1U);
  EXPECT_EQ(result.warnings[0].line, 3);
  EXPECT_EQ(count(database.pool(), "actor"), 1);
}

TEST(ImportBundle, NeedsAKeyWhereThereIsNoDescription) {
  test::TestDatabase database;
  Bundle bundle;
  bundle.file("actors.csv", "key,name,kind\na,A,state\n");
  EXPECT_THROW(static_cast<void>(service::import_bundle(database.pool(), bundle.path())), Error);
  EXPECT_EQ(service::import_bundle(database.pool(), bundle.path(), "d").dataset, "d");
}

TEST(ImportBundle, ReadsAZipAsItsFolder) {
  test::TestDatabase database;
  Bundle bundle;
  auto const zip = (bundle.path() / "karabakh.zip").string();
  auto const command = "cd " ANNALS_EXAMPLES " && python3 -c \"import shutil; shutil.make_archive('" +
                       zip.substr(0, zip.size() - 4) + "', 'zip', '.', 'karabakh')\"";
  ASSERT_EQ(system(command.c_str()), 0);
  EXPECT_EQ(service::import_bundle(database.pool(), zip).counts.inserted, 207);
}

TEST(ImportBundle, WarnsOfAPointOutsideItsCountryAndKeepsIt) {
  test::TestDatabase database;
  auto const folder = std::filesystem::temp_directory_path() / "annals-swapped";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "places.csv") << "key,name,country,lat,lon\n"
                                          "right,Stepanakert,AZ,39.8153,46.7519\n"
                                          "swapped,Stepanakert,AZ,46.7519,39.8153\n"
                                          "unknown,Male,MV,4.17,73.51\n";
  std::ofstream(folder / "README.md") << "not of the bundle";
  for (int attempt = 0; attempt < 2; ++attempt) {
    auto const result = service::import_bundle(database.pool(), folder, "swapped");
    ASSERT_EQ(result.warnings.size(), 2U);
    EXPECT_EQ(result.warnings[0].code, Problem::unknown_file);
    EXPECT_EQ(result.warnings[1].code, Problem::point_outside_country);
    EXPECT_EQ(result.warnings[1].line, 3);
    EXPECT_EQ(result.counts.inserted + result.counts.unchanged, 3);
  }
}

double seconds_to_import(std::string const& places) {
  test::TestDatabase database;
  Bundle bundle;
  bundle.dataset().file("places.csv", places);
  auto const begun = std::chrono::steady_clock::now();
  static_cast<void>(service::import_bundle(database.pool(), bundle.path()));
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

// It once joined all of them with all of them: then the places within others took ten times as long and more.
TEST(ImportBundle, FindsNoCycleAmongManyPlacesAsSoonAsAmongFew) {
  std::string alone = "key,name,within\n", within = "key,name,within\n";
  for (int number = 0; number < 10000; ++number) {
    auto const key = "p" + std::to_string(number);
    alone += key + "," + key + ",\n";
    within += key + "," + key + "," + (number == 0 ? "" : "p" + std::to_string(number / 10)) + "\n";
  }
  EXPECT_LT(seconds_to_import(within), 4 * seconds_to_import(alone) + 1);
}

}  // namespace
}  // namespace annals
