#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

#include "csv/tokenizer.hpp"
#include "fault_kinds.hpp"
#include "support/case_service.hpp"
#include "support/effort.hpp"
#include "support/importing.hpp"

namespace annals {
namespace {

using test::Cells;

constexpr int rows_count = 4000;
constexpr int faults_count = 1000;
constexpr int pairs_count = 30;
constexpr std::ptrdiff_t own_columns = 5;  // of errors.csv

/// One of the rows with a fault.
struct FaultyRow {
  test::FaultKind fault;
  Cells cells;
  int mended_with;  // of two rows with one key the one whose key is wrong
};

/// A list as it is written, which knows the line of what is added next.
class WrittenList {
 public:
  explicit WrittenList(std::string line_end) : line_end_(std::move(line_end)) {}

  int add(Cells const& cells, std::optional<std::size_t> raw = {}) {
    auto const line = line_;
    auto const before = text_.size();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text_ += ',';
      bool const quoted = raw != i && cells[i].find_first_of(",\"\r\n") != std::string::npos;
      if (!quoted) {
        text_ += cells[i];
        continue;
      }
      text_ += '"';
      for (char const c : cells[i]) text_.append(c == '"' ? 2 : 1, c);
      text_ += '"';
    }
    end_line(before);
    return line;
  }
  void add_blank_line() { end_line(text_.size()); }
  [[nodiscard]] std::string const& text() const { return text_; }

 private:
  void end_line(std::size_t from) {
    text_ += line_end_;
    line_ +=
        static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(from), text_.end(), '\n'));
  }

  std::string line_end_;
  std::string text_;
  int line_ = 1;
};

/// What errors.csv tells of a row.
struct Told {
  int line;
  std::string severity, column, code;
  Cells cells;
  auto operator<=>(Told const&) const = default;
};

std::ostream& operator<<(std::ostream& out, Told const& told) {
  out << told.line << ' ' << told.severity << ' ' << told.column << ' ' << told.code << ':';
  for (auto const& cell : told.cells) out << ' ' << cell.substr(0, 40) << ';';
  return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// As errors.csv has it: U+FFFD stands for each beginning of a character that is none.
std::string presentable(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> none[] = {{{"\0", 1}, "\uFFFD"},
                                                                    {"caf\xE9", "caf\uFFFD"},
                                                                    {"cut \xE2\x82", "cut \uFFFD"},
                                                                    {"\xC0\xAF", "\uFFFD\uFFFD"},
                                                                    {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"}};
  for (auto const& [bytes, stands] : none) text = replaced(std::move(text), bytes, stands);
  return text;
}

/// A service and its database.
class Place {
 public:
  Place() : editor_(database_.pool(), "Anahit") {
    auto const before = editor_.import(
        "d", test::zip_of({{"places.csv", "key,name\nmarket,The market\n"},
                           {"actors.csv", "key,name,kind\nparty-a,Party A,political_group\n"}}));
    EXPECT_EQ(before["state"], "done") << before;
  }

  nlohmann::json import(std::string const& text, std::string const& query = "") {
    test::Editor::Options options;
    options.content_type = "text/csv";
    auto const response = editor_.post("d", text, options, "?profile=generic" + query);
    EXPECT_EQ(response.status, 202) << response.body;
    return editor_.batch_past("d", nlohmann::json::parse(response.body)["number"]);
  }
  std::string bundle() { return test::body_of(editor_.get("/v1/datasets/d/bundle.zip")); }

  /// All of errors.csv behind its header.
  std::vector<Told> told(nlohmann::json const& batch) {
    std::vector<csv::Record> records;
    csv::Tokenizer tokenizer([&](csv::Record&& record) { records.push_back(std::move(record)); });
    tokenizer.push(test::body_of(
        editor_.get("/v1/datasets/d/imports/" + std::to_string(batch["number"].get<int>()) + "/errors.csv")));
    tokenizer.finish();
    std::vector<Told> all;
    for (std::size_t i = 1; i < records.size(); ++i) {
      auto const& cells = records[i].cells;
      all.push_back({std::stoi(cells[0]), cells[1], cells[2], cells[3],
                     Cells(cells.begin() + own_columns, cells.end())});
    }
    return all;
  }

 private:
  test::TestDatabase database_;
  test::ImportingEditor editor_;
};

class PlantedFaults : public testing::Test {
 protected:
  PlantedFaults() {
    random_.seed(test::random_seed());
    plant();
  }

  /// In rows anywhere: each kind equally often, and pairs with one key, of which neither row is right.
  void plant() {
    std::vector<int> order(rows_count);
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), random_);
    auto const& kinds = test::fault_kinds();
    for (int i = 0; i < faults_count; ++i) {
      auto const row = order[static_cast<std::size_t>(i)];
      auto cells = test::clean_cells(row);
      if (i < faults_count - 2 * pairs_count) {
        auto const& kind = kinds[static_cast<std::size_t>(i) % kinds.size()];
        kind.change(cells);
        faulty_[row] = {kind, cells, row};
        continue;
      }
      auto const first = order[static_cast<std::size_t>(i - i % 2)];
      cells[0] = test::clean_cells(first)[0];
      faulty_[row] = {{"key", "duplicate-key", {}}, cells, order[static_cast<std::size_t>(i - i % 2 + 1)]};
    }
  }

  std::string clean_list() {
    WrittenList list("\n");
    list.add(test::list_columns());
    for (int row = 0; row < rows_count; ++row) list.add(test::clean_cells(row));
    return list.text();
  }

  /// The list with its faults and, by the line on which it begins, which row has which.
  std::string faulty_list(std::map<int, int>& at) {
    bool const is_of_windows = random_() % 2 == 0;
    WrittenList list(is_of_windows ? "\r\n" : "\n");
    list.add(test::list_columns());
    for (int row = 0; row < rows_count; ++row) {
      if (random_() % 50 == 0) list.add_blank_line();
      auto const found = faulty_.find(row);
      if (found == faulty_.end()) {
        list.add(test::clean_cells(row));
      } else {
        at[list.add(found->second.cells, found->second.fault.written_raw)] = row;
      }
    }
    return list.text();
  }

  /// `again`: in errors.csv, in which U+FFFD already stands for what was no text.
  [[nodiscard]] std::vector<Told> expected(std::map<int, int> const& at, bool again = false) const {
    std::vector<Told> all;
    for (auto const& [line, row] : at) {
      auto const& [fault, cells, mended_with] = faulty_.at(row);
      Told told{line, "error", fault.column, fault.code, cells};
      for (auto& cell : told.cells) cell = presentable(cell);
      if (again && told.cells != cells) std::tie(told.column, told.code) = std::pair("", "bad-encoding");
      all.push_back(std::move(told));
    }
    return all;
  }

  static void expect_same(std::vector<Told> const& found, std::vector<Told> const& wanted) {
    std::vector<Told> missing, surplus;
    std::set_difference(wanted.begin(), wanted.end(), found.begin(), found.end(),
                        std::back_inserter(missing));
    std::set_difference(found.begin(), found.end(), wanted.begin(), wanted.end(),
                        std::back_inserter(surplus));
    for (auto const& told : missing) ADD_FAILURE() << "not told: " << told;
    for (auto const& told : surplus) ADD_FAILURE() << "told: " << told;
    EXPECT_EQ(found.size(), wanted.size()) << "each once";
  }

  /// errors.csv with the wrong cells of some rows as they should be, and nothing else touched. `at` then says
  /// where the others stand.
  std::string mended(std::vector<Told> const& all, std::map<int, int>& at,
                     std::function<bool(int row)> const& is_mended) const {
    WrittenList list("\n");
    Cells header{"annals_line", "annals_severity", "annals_column", "annals_code", "annals_message"};
    header.insert(header.end(), test::list_columns().begin(), test::list_columns().end());
    list.add(header);
    std::map<int, int> left;
    for (auto const& told : all) {
      auto const row = at.at(told.line);
      auto const& [fault, wrong, mended_with] = faulty_.at(row);
      auto const clean = test::clean_cells(row);
      Cells cells{std::to_string(told.line), told.severity, told.column, told.code, ""};
      cells.insert(cells.end(), told.cells.begin(), told.cells.end());
      bool const mends =
          is_mended(mended_with) || fault.written_raw;  // what is quoted now is no fault any more
      if (mends) {
        cells.resize(header.size());
        for (std::size_t i = 0; i < clean.size(); ++i) {
          if (i >= wrong.size() || wrong[i] != clean[i]) cells[own_columns + i] = clean[i];
        }
      }
      auto const line = list.add(cells);
      if (!mends) left[line] = row;
    }
    at = left;
    return list.text();
  }

  Place one_;
  Place other_;
  std::mt19937 random_;
  std::map<int, FaultyRow> faulty_;
};

TEST_F(PlantedFaults, AThousandAreToldExactlyAndWhatIsMendedIsAllThatWasMissing) {
  std::map<int, int> at;
  auto const list = faulty_list(at);
  ASSERT_EQ(at.size(), faults_count);
  ASSERT_GE(test::fault_kinds().size(), 100U);
  auto const before = one_.bundle();
  auto const refused = one_.import(list);
  EXPECT_EQ(refused["state"], "failed");
  EXPECT_EQ(refused["rejected"], faults_count);
  EXPECT_EQ(refused["rows_read"], rows_count);
  expect_same(one_.told(refused), expected(at));
  EXPECT_TRUE(one_.bundle() == before) << "nothing is stored";

  auto const skipped = one_.import(list, "&on_error=skip");
  EXPECT_EQ(skipped["state"], "done") << skipped.dump().substr(0, 500);
  EXPECT_EQ(skipped["rejected"], faults_count);
  auto told = one_.told(skipped);
  expect_same(told, expected(at));
  if (HasFailure()) return;

  auto const half = one_.import(mended(told, at, [](int row) { return row % 2 == 0; }), "&on_error=skip");
  EXPECT_EQ(half["state"], "done");
  EXPECT_EQ(half["rejected"], at.size());
  told = one_.told(half);
  expect_same(told, expected(at, true));
  if (HasFailure()) return;

  auto const rest = one_.import(mended(told, at, [](int) { return true; }));
  EXPECT_EQ(rest["state"], "done") << rest.dump().substr(0, 2000);
  EXPECT_EQ(rest["rejected"], 0);
  EXPECT_EQ(rest["rows_read"], told.size());
  EXPECT_EQ(other_.import(clean_list())["state"], "done");
  EXPECT_TRUE(one_.bundle() == other_.bundle()) << "as if the list had been right from the beginning";
}

}  // namespace
}  // namespace annals
