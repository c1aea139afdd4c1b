#include "csv/workbook.hpp"

#include <gtest/gtest.h>
#include <xlsxwriter.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "render/workbook.hpp"
#include "unit/lists.hpp"

namespace annals::csv {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(fs::path const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// As Excel itself writes: shared strings, styles, a date as a number with a style.
class Excel {
 public:
  explicit Excel(fs::path const& path) : book_(workbook_new(path.c_str())) {
    for (auto const& [format, code] : {std::pair{&day_, "dd.mm.yyyy"}, std::pair{&moment_, "d/m/yy h:mm"},
                                       std::pair{&duration_, "[h]:mm"}}) {
      *format = workbook_add_format(book_);
      format_set_num_format(*format, code);
    }
    add_sheet(nullptr);
  }
  void add_sheet(char const* name) { sheet_ = workbook_add_worksheet(book_, name); }
  void text(lxw_row_t row, lxw_col_t column, std::string const& cell) const {
    worksheet_write_string(sheet_, row, column, cell.c_str(), nullptr);
  }
  void number(lxw_row_t row, lxw_col_t column, double cell, lxw_format* format = nullptr) const {
    worksheet_write_number(sheet_, row, column, cell, format);
  }
  void save() const { ASSERT_EQ(workbook_close(book_), LXW_NO_ERROR); }

  lxw_format* day_ = nullptr;
  lxw_format* moment_ = nullptr;
  lxw_format* duration_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;

 private:
  lxw_workbook* book_;
};

class WorkbookIn : public testing::Test {
 protected:
  [[nodiscard]] fs::path path() const { return folder_.path() / "list.xlsx"; }
  TemporaryFolder folder_;
};

TEST_F(WorkbookIn, GivesTheRowsOfItsFirstSheetOrOfTheOneNamed) {
  Excel excel(path());
  excel.text(0, 0, "key");
  excel.text(0, 1, "title");
  excel.text(2, 0, "a");
  excel.text(2, 1, "Нагорный Карабах, \"Լեռնային Ղարաբաղ\"\nи далее");
  excel.text(3, 3, "far");
  excel.text(4, 0, "=1+1");
  excel.text(4, 1, "  blank at both ends ");
  excel.add_sheet("События, «ещё»");
  excel.text(0, 0, "other");
  excel.save();
  auto const rows = rows_in(path());
  EXPECT_EQ(table_of(rows), (Table{{"key", "title"},
                                   {"a", "Нагорный Карабах, \"Լեռնային Ղարաբաղ\"\nи далее"},
                                   {"", "", "", "far"},
                                   {"=1+1", "  blank at both ends "}}));
  std::vector<int> lines;
  for (auto const& row : rows) lines.push_back(row.line);
  EXPECT_EQ(lines, (std::vector<int>{1, 3, 4, 5}));
  EXPECT_EQ(table_of(rows_in(path(), {.sheet = "События, «ещё»"})), Table{{"other"}});
  EXPECT_EQ(problem_of([&] { rows_in(path(), {.sheet = "Sheet2"}); }), Problem::invalid_parameter);
  EXPECT_EQ(problem_of([&] { rows_of("key\na\n", {.sheet = "Sheet1"}); }), Problem::invalid_parameter);
}

TEST_F(WorkbookIn, WithoutTheSheetThatIsAskedForNamesThoseThatAre) {
  Excel excel(path());
  auto const name = [](int number) { return "Incidents of the quarter " + std::to_string(100 + number); };
  for (int number = 0; number < 50; ++number) excel.add_sheet(name(number).c_str());
  excel.save();
  std::string told;
  try {
    rows_in(path(), {.sheet = "Incidents"});
  } catch (Error const& error) {
    told = error.what();
  }
  for (int number = 0; number < 10; ++number) EXPECT_NE(told.find(name(number)), std::string::npos) << told;
  EXPECT_LT(told.size(), 500U) << "not all of very many";
}

TEST_F(WorkbookIn, ADateIsADayHoweverItLooks) {
  Excel excel(path());
  lxw_datetime day{2020, 10, 11, 0, 0, 0}, moment{2020, 10, 11, 0, 39, 0}, last{2020, 10, 11, 23, 59, 59};
  worksheet_write_datetime(excel.sheet_, 0, 0, &day, excel.day_);
  worksheet_write_datetime(excel.sheet_, 0, 1, &moment, excel.moment_);
  worksheet_write_datetime(excel.sheet_, 0, 2, &last, excel.moment_);
  worksheet_write_datetime(excel.sheet_, 0, 3, &day, excel.moment_);
  excel.number(0, 4, 0.75, excel.moment_);
  excel.number(0, 5, 25.5 / 24, excel.duration_);
  excel.number(0, 6, 44115, excel.day_);
  excel.save();
  EXPECT_EQ(table_of(rows_in(path())), (Table{{"2020-10-11", "2020-10-11T00:39:00", "2020-10-11T23:59:59",
                                               "2020-10-11", "18:00:00", "25:30:00", "2020-10-11"}}));
}

TEST_F(WorkbookIn, NumbersAndOtherCellsAreReadPlainly) {
  Excel excel(path());
  excel.number(0, 0, 45910);
  excel.number(0, 1, -0.5);
  excel.number(0, 2, 40.1);
  excel.number(0, 3, 1e21);
  excel.number(0, 4, 0.0000001);
  worksheet_write_boolean(excel.sheet_, 0, 5, 1, nullptr);
  worksheet_write_formula_str(excel.sheet_, 0, 6, "=\"a\"&\"b\"", nullptr, "ab");
  worksheet_write_formula_str(excel.sheet_, 0, 7, "=1/0", nullptr, "#DIV/0!");
  excel.text(0, 8, "one\rtwo\r\nthree");
  excel.text(0, 9, "45910.0");
  excel.save();
  EXPECT_EQ(table_of(rows_in(path())), (Table{{"45910", "-0.5", "40.1", "1000000000000000000000", "0.0000001",
                                               "TRUE", "ab", "#DIV/0!", "one\rtwo\r\nthree", "45910.0"}}));
}

TEST_F(WorkbookIn, TellsARowThatIsTooWide) {
  Excel excel(path());
  excel.text(0, 0, "key");
  excel.text(1, 1000, "x");
  excel.text(2, 999, "y");
  excel.save();
  auto const rows = rows_in(path());
  ASSERT_EQ(rows.size(), 3U);
  ASSERT_TRUE(rows[1].fault);
  EXPECT_EQ(rows[1].fault->code, Problem::too_many_columns);
  EXPECT_EQ(rows[1].fault->line, 2);
  EXPECT_EQ(rows[2].cells.size(), 1000U);
  EXPECT_EQ(rows[2].line, 3);
}

/// What every workbook has, around a sheet of one's own.
fs::path book_with(Lists& lists, std::string const& sheet) {
  auto const add = [&](std::string const& name, std::string const& bytes) {
    fs::create_directories(lists.add("x", "").parent_path() / fs::path(name).parent_path());
    lists.add(name, bytes);
  };
  std::string const head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  std::string const schemas = "http://schemas.openxmlformats.org/";
  std::string const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  add("[Content_Types].xml", head + "<Types xmlns=\"" + schemas +
                                 "package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" "
                                 "ContentType=\"" +
                                 type + "sheet.main+xml\"/></Types>");
  add("xl/workbook.xml",
      head + "<workbook xmlns=\"" + schemas + "spreadsheetml/2006/main\" xmlns:r=\"" + schemas +
          "officeDocument/2006/relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets>"
          "</workbook>");
  add("xl/styles.xml", head + "<styleSheet xmlns=\"" + schemas + "spreadsheetml/2006/main\"/>");
  add("xl/_rels/workbook.xml.rels",
      head + "<Relationships xmlns=\"" + schemas +
          "package/2006/relationships\"><Relationship Id=\"r1\" Type=\"" + schemas +
          "officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
          "</Relationships>");
  add("xl/worksheets/sheet1.xml", sheet);
  return lists.zip({"[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels",
                    "xl/worksheets/sheet1.xml"});
}

std::string sheet_of(std::string const& rows, std::string const& before = "") {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + before +
         "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows +
         "</sheetData></worksheet>";
}

std::string row_with(std::string const& text) {
  return "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + text + "</t></is></c></row>";
}

TEST(WorkbookOfOthers, AFormulaWithoutAValueIsTold) {
  Lists lists;
  EXPECT_EQ(table_of(rows_in(book_with(lists, sheet_of(row_with("a_x000D_b"))))), Table{{"a\rb"}});
  EXPECT_EQ(table_of(rows_in(book_with(lists, sheet_of("<row><c><f>1+1</f></c><c><v>2</v></c></row>")))),
            (Table{{"#N/A", "2"}}));
}

TEST(WorkbookOfOthers, WhatIsMadeToHurtIsAProblem) {
  Lists lists;
  std::string entities = "<!DOCTYPE x [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    auto const before = "&a" + std::to_string(i - 1) + ";";
    entities += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + "\">";
  }
  std::map<std::string, Problem> const sheets{
      {sheet_of(row_with("&a29;"), entities + "]>"), Problem::bad_xlsx},
      {sheet_of(row_with("&a;"), "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"),
       Problem::bad_xlsx},
      {sheet_of(row_with(std::string(std::size_t{20} << 20, ' '))), Problem::too_large_unpacked},
      {sheet_of("<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>"), Problem::bad_xlsx},
      {sheet_of("<row r=\"1\"><c r=\"A1\"><v>one</v></c></row>"), Problem::bad_xlsx},
      {sheet_of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>"), Problem::bad_xlsx},
      {sheet_of(row_with("a")).substr(0, 200), Problem::bad_xlsx},
      {"", Problem::bad_xlsx}};
  for (auto const& [sheet, problem] : sheets)
    EXPECT_EQ(problem_of([&] { rows_in(book_with(lists, sheet)); }), problem) << sheet.substr(0, 300);
}

TEST_F(WorkbookIn, ACutOrDamagedFileIsAProblem) {
  Excel excel(path());
  for (lxw_row_t row = 0; row < 200; ++row) excel.text(row, 0, "text " + std::to_string(row));
  excel.save();
  auto const whole = bytes_of(path());
  Lists lists;
  for (std::size_t const length : {100U, 2000U, 5000U})
    EXPECT_EQ(problem_of([&] { rows_in(lists.add("cut.xlsx", whole.substr(0, length))); }), Problem::bad_zip);
  auto damaged = whole;
  auto const sheet = damaged.find("xl/worksheets/sheet1.xml");
  damaged.replace(sheet + 60, 200, std::string(200, '\0'));
  EXPECT_EQ(problem_of([&] { rows_in(lists.add("damaged.xlsx", damaged)); }), Problem::bad_xlsx);
}

TEST_F(WorkbookIn, WhoReadsNoFurtherEndsTheReading) {
  Excel excel(path());
  for (lxw_row_t row = 0; row < 20'000; ++row) excel.text(row, 0, std::string(50, 'x') + std::to_string(row));
  excel.save();
  EXPECT_THROW(ListInput(path()).read([](Record&&) { throw std::runtime_error("enough"); }),
               std::runtime_error);
}

std::size_t open_files() {
  auto const files = fs::directory_iterator("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(fs::begin(files), fs::end(files)));
}

TEST_F(WorkbookIn, WhatWeWriteIsReadAsItWas) {
  std::vector<std::string> const texts{"=1+1",          "+7",         "@x",   "http://a.example/",
                                       "_x0041_",       "_x_x0041_y", "{=1}", "a\nb\tc",
                                       "«да», \"нет\"", "0012",       "1.50"};
  auto const write = [&](fs::path const& to) {
    render::Workbook book(to);
    book.plain("key");
    book.end_row();
    for (auto const& text : texts) book.text(text);
    book.number("-0.5").number("").number("12").plain("2020-10-11").number("many");
    book.end_row();
    book.finish();
  };
  auto const before = open_files();
  write(path());
  write(folder_.path() / "again.xlsx");
  EXPECT_EQ(open_files(), before);
  EXPECT_EQ(bytes_of(path()), bytes_of(folder_.path() / "again.xlsx"));
  auto expected = texts;
  expected.insert(expected.end(), {"-0.5", "", "12", "2020-10-11", "many"});
  EXPECT_EQ(table_of(rows_in(path())), (Table{{"key"}, expected}));
}

TEST_F(WorkbookIn, WhatIsTooLongForExcelIsCutAndTold) {
  std::string codes;
  for (int i = 0; i < 5000; ++i) codes += "_x0041_";
  std::string faces;
  for (int i = 0; i < 16'384; ++i) faces += "😀";
  render::Workbook book(path());
  book.plain("key").text("title");
  book.end_row();
  book.text(std::string(32'767, 'x')).text(std::string(32'768, 'x')).text(faces).text(codes);
  book.end_row();
  book.finish();
  auto const cells = rows_in(path()).at(1).cells;
  EXPECT_EQ(cells.at(0), std::string(32'767, 'x'));
  EXPECT_EQ(cells.at(1), std::string(32'766, 'x') + "…");
  EXPECT_EQ(cells.at(2), faces.substr(0, 4 * 16'383) + "…");
  EXPECT_EQ(cells.at(3), codes.substr(0, cells.at(3).size() - 3) + "…");
  auto const notes = table_of(rows_in(path(), {.sheet = "Notes"}));
  ASSERT_EQ(notes.size(), 4U);
  EXPECT_EQ(notes[0], (std::vector<std::string>{"row", "column", "characters", "note"}));
  EXPECT_EQ(notes[1][0] + " " + notes[1][1] + " " + notes[1][2], "2 2 32768");
  EXPECT_NE(notes[1][3].find("CSV and NDJSON have it whole"), std::string::npos);
  EXPECT_EQ(notes[3][1] + " " + notes[3][2], "4 35000");
}

TEST_F(WorkbookIn, MoreRowsThanASheetHoldsAreRefusedAndNothingIsLeft) {
  auto const before = open_files();
  {
    render::Workbook book(path());
    for (int row = 0; row < render::Workbook::rows_max - 1; ++row) book.end_row();
    book.text("the last");
    book.end_row();
    EXPECT_EQ(problem_of([&] { book.text("one more"); }), Problem::too_many);
  }
  EXPECT_EQ(open_files(), before);
  EXPECT_TRUE(fs::is_empty(folder_.path()));
  EXPECT_EQ(problem_of([] { render::Workbook("/nowhere/list.xlsx").finish(); }), Problem::storage_full);
}

}  // namespace
}  // namespace annals::csv
