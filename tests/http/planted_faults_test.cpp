#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <iostream>
#include <random>
#include <set>
#include <tuple>

#include "csv/bundle_files.hpp"
#include "csv/bundle_writer.hpp"
#include "csv/tokenizer.hpp"
#include "support/case_service.hpp"
#include "support/importing.hpp"

namespace annals {
namespace {

struct At {
  enum Column {
    key,
    title,
    description,
    type,
    status,
    date,
    date_start,
    date_end,
    place,
    place_name,
    country,
    lat,
    lon,
    actor1,
    participants,
    quantities,
    tags,
    visibility,
    attributes,
    note,
    source_title,
    unit  // has no field: an attribute
  };
};
constexpr std::array column_names{
    "key",   "title",      "description", "type", "status",       "date",   "date_start",   "date_end",
    "place", "place_name", "country",     "lat",  "lon",          "actor1", "participants", "quantities",
    "tags",  "visibility", "attributes",  "note", "source_title", "unit"};
using Row = std::vector<std::string>;

/// A row as the file has it, and what is to be found in it: column and code.
struct Planted {
  std::string column;
  std::string code;
  std::function<void(Row&)> change;
  bool as_written = false;  // the change makes the last cell what no CSV writer would write
};

std::function<void(Row&)> set(At::Column at, std::string const& text) {
  return [=](Row& row) { row[at] = text; };
}

std::function<void(Row&)> begins(std::string const& day) {
  return [=](Row& row) {
    row[At::date].clear();
    row[At::date_start] = day;
  };
}

std::string many_tags() {
  std::string all;
  for (int i = 0; i < 201; ++i) all += "t" + std::to_string(i) + "|";
  return all + "last";
}

std::vector<Planted> kinds() {
  return {{"", "wrong-column-count", [](Row& row) { row.resize(15); }},
          {"", "wrong-column-count", [](Row& row) { row.resize(24, "more"); }},
          {"", "invalid-value", set(At::unit, "\"5th\" brigade"), true},
          {"", "bad-encoding", set(At::unit, "caf\xE9"), true},
          {"key", "required", set(At::key, "")},
          {"key", "invalid-key", set(At::key, "the first")},
          {"title", "required", set(At::title, "")},
          {"title", "bad-text", set(At::title, "Shelling\x01")},
          {"type", "required", set(At::type, "")},
          {"type", "invalid-value", set(At::type, "Violent Clash!")},
          {"status", "invalid-value", set(At::status, "perhaps")},
          {"date", "invalid-date", set(At::date, "2020-02-30")},
          {"date_start", "invalid-date", begins("31/01/2020")},
          {"date_start", "invalid-date", begins("yesterday")},
          {"place", "invalid-key", set(At::place, "no key")},
          {"place", "unknown-reference", set(At::place, "nowhere")},
          {"lat", "invalid-point", set(At::lat, "91")},
          {"lon", "invalid-point", set(At::lon, "46° 45'")},
          {"participants", "invalid-value", set(At::participants, "Russia")},
          {"quantities", "invalid-value", set(At::quantities, "troops=5/4/3")},
          {"quantities", "invalid-value", set(At::quantities, "troops=many")},
          {"tags", "too-many", set(At::tags, many_tags())},
          {"visibility", "invalid-value", set(At::visibility, "secret")},
          {"attributes", "bad-json", set(At::attributes, "{\"a\": }")},
          {"note", "unbalanced-bidi",
           set(At::note,
               "he said \xE2\x80\xAE"
               "backwards")}};
}

class PlantedFaults : public testing::Test {
 protected:
  static constexpr int rows_count = 4000;
  static constexpr int faults_count = 1000;

  PlantedFaults() : editor_(database_.pool(), "Anahit") {
    auto const seed = std::random_device()();
    std::cout << "random seed " << seed << '\n';
    random_.seed(seed);
    for (int i = 0; i < rows_count; ++i) rows_.push_back(clean(i));
  }

  Row clean(int i) {
    auto const number = std::to_string(i);
    auto const day = "2020-0" + std::to_string(1 + i % 9) + "-1" + std::to_string(i % 10);
    Row row(column_names.size());
    row[At::key] = "e-" + number;
    row[At::title] = "Event " + number + (i % 4 == 0 ? ", with \"quotes\"" : "");
    row[At::description] = i % 3 == 0 ? "In\nthree\nlines" : "";
    row[At::type] = "violence.shelling";
    row[At::status] = "occurred";
    (i % 2 == 0 ? row[At::date] : row[At::date_start]) = day;
    row[At::place_name] = "Place " + std::to_string(i % 50);
    row[At::country] = "AZ";
    row[At::lat] = "39.8";
    row[At::lon] = "46.7";
    row[At::actor1] = "Actor " + std::to_string(i % 20);
    row[At::quantities] = "troops=" + number;
    row[At::tags] = "one|two";
    row[At::source_title] = "Source " + std::to_string(i % 300);
    row[At::unit] = "brigade";
    return row;
  }

  /// Adds the row to a file; `raw`: its last cell as it is.
  static void append(std::string& file, Row const& row, bool raw) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) file += ',';
      bool const quoted = row[i].find_first_of(",\"\n") != std::string::npos;
      if (!quoted || (raw && i + 1 == row.size())) {
        file += row[i];
        continue;
      }
      file += '"';
      for (char const c : row[i]) (file += c) += c == '"' ? "\"" : "";
      file += '"';
    }
    file += '\n';
  }

  static std::string header() {
    std::string text;
    for (auto const* name : column_names) (text += text.empty() ? "" : ",") += name;
    return text + "\n";
  }

  std::string whole_file() {
    auto file = header();
    for (auto const& row : rows_) append(file, row, false);
    return file;
  }

  /// Line, column and code of each fault.
  using Faults = std::multiset<std::tuple<int, std::string, std::string>>;

  /// The file with its faults, which it keeps.
  std::string plant() {
    std::vector<int> order(rows_count);
    for (int i = 0; i < rows_count; ++i) order[static_cast<std::size_t>(i)] = i;
    std::shuffle(order.begin(), order.end(), random_);
    std::map<int, Planted const*> at;
    auto const all = kinds();
    for (int i = 0; i < faults_count - 40; ++i)
      at[order[static_cast<std::size_t>(i)]] = &all[static_cast<std::size_t>(i) % all.size()];
    // Of two rows with one key neither is right: twenty pairs.
    std::map<int, int> same_key;
    for (int i = 0; i < 20; ++i)
      same_key[order[static_cast<std::size_t>(faults_count + 2 * i)]] =
          order[static_cast<std::size_t>(faults_count + 2 * i + 1)];
    auto file = header();
    int line = 2;
    for (int i = 0; i < rows_count; ++i) {
      auto row = rows_[static_cast<std::size_t>(i)];
      bool raw = false;
      if (auto const planted = at.find(i); planted != at.end()) {
        planted->second->change(row);
        raw = planted->second->as_written;
        planted_.insert({line, planted->second->column, planted->second->code});
        by_line_[line] = i;
      }
      for (auto const& [one, other] : same_key) {
        if (i == one) row[At::key] = rows_[static_cast<std::size_t>(other)][At::key];
        if (i != one && i != other) continue;
        planted_.insert({line, "key", "duplicate-key"});
        by_line_[line] = i;
      }
      auto const before = file.size();
      append(file, row, raw);
      line +=
          static_cast<int>(std::count(file.begin() + static_cast<std::ptrdiff_t>(before), file.end(), '\n'));
    }
    return file;
  }

  std::vector<csv::Record> errors(std::string const& dataset) {
    std::vector<csv::Record> records;
    csv::Dialect dialect;
    csv::Tokenizer tokenizer([&](csv::Record&& record) { records.push_back(std::move(record)); }, dialect);
    tokenizer.push(test::body_of(editor_.get("/v1/datasets/" + dataset + "/imports/1/errors.csv")));
    tokenizer.finish();
    return records;
  }

  static Faults faults_in(std::vector<csv::Record> const& records) {
    Faults faults;
    for (std::size_t i = 1; i < records.size(); ++i) {
      auto const& cells = records[i].cells;
      EXPECT_EQ(cells[1], "error");
      faults.insert({std::stoi(cells[0]), cells[2], cells[3]});
    }
    return faults;
  }

  /// errors.csv with every row as it should have been.
  std::string mended(std::vector<csv::Record> const& records) {
    std::string file;
    append(file, records[0].cells, false);
    for (std::size_t i = 1; i < records.size(); ++i) {
      auto cells = records[i].cells;
      auto const& row = rows_[static_cast<std::size_t>(by_line_.at(std::stoi(cells[0])))];
      cells.resize(5);
      cells.insert(cells.end(), row.begin(), row.end());
      append(file, cells, false);
    }
    return file;
  }

  nlohmann::json import(std::string const& dataset, std::string const& text, std::string const& query) {
    Options options;
    options.content_type = "text/csv";
    auto const response = editor_.post(dataset, text, options, query);
    EXPECT_EQ(response.status, 202) << response.body;
    return editor_.batch_past(dataset, nlohmann::json::parse(response.body)["number"]);
  }

  /// Every CSV file of the dataset's bundle.
  std::map<std::string, std::string> tables(std::string const& dataset) {
    auto const path = folder_.path() / (dataset + ".zip");
    std::ofstream(path) << test::body_of(editor_.get("/v1/datasets/" + dataset + "/bundle.zip"));
    csv::BundleFiles files(path);
    std::map<std::string, std::string> all;
    for (auto const& name : files.names()) {
      if (name.ends_with(".csv")) all[name] = files.whole(name, std::size_t{64} << 20);
    }
    return all;
  }

  using Options = test::Editor::Options;
  test::TestDatabase database_;
  test::ImportingEditor editor_;
  csv::TemporaryFolder folder_;
  std::mt19937 random_;
  std::vector<Row> rows_;
  Faults planted_;
  std::map<int, int> by_line_;  // the row that begins there
};

TEST_F(PlantedFaults, AThousandOfTwentySixKindsAreToldExactlyAndWhatIsMendedIsAllThatWasMissing) {
  auto const file = plant();
  ASSERT_EQ(planted_.size(), static_cast<std::size_t>(faults_count));
  auto const refused = import("refused", file, "?profile=generic");
  EXPECT_EQ(refused["state"], "failed");
  EXPECT_EQ(refused["rejected"], faults_count);
  EXPECT_EQ(faults_in(errors("refused")), planted_);
  EXPECT_EQ(editor_.get("/v1/datasets/refused").status, 404);

  auto const skipped = import("d", file, "?profile=generic&on_error=skip");
  EXPECT_EQ(skipped["state"], "done");
  EXPECT_EQ(skipped["rejected"], faults_count);
  auto const records = errors("d");
  EXPECT_EQ(faults_in(records), planted_);
  auto const again = import("d", mended(records), "?profile=generic");
  EXPECT_EQ(again["state"], "done") << again.dump().substr(0, 2000);
  EXPECT_EQ(again["rows_read"], faults_count);

  EXPECT_EQ(import("clean", whole_file(), "?profile=generic")["state"], "done");
  auto const expected = tables("clean");
  EXPECT_GE(expected.size(), 5U);
  for (auto const& [name, text] : tables("d")) EXPECT_TRUE(text == expected.at(name)) << name;
}

}  // namespace
}  // namespace annals
