#include "render/workbook.hpp"

#include <xlsxwriter.h>

#include <cctype>
#include <charconv>

#include "base/error.hpp"

namespace annals::render {
namespace {

constexpr std::time_t first_zip_day = 315532800;  // 1980-01-01: equal lists are to give equal bytes
constexpr std::string_view ellipsis = "…";

using Book = std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)>;

void check(lxw_error error) {
  // Larger takes a zip64, which Excel offers to repair.
  if (error == LXW_ERROR_ZIP_BAD_ZIP_FILE)
    throw Error(Problem::too_many, "the workbook has more than 4 GiB; take the list as csv or ndjson");
  if (error != LXW_NO_ERROR)
    throw Error(Problem::storage_full, std::string("the workbook cannot be written: ") + lxw_strerror(error));
}

/// How a character counts for Excel, by its first byte in UTF-8; 0 for the bytes behind that.
std::size_t units_of(char byte) {
  auto const bits = static_cast<unsigned char>(byte);
  return (bits & 0xC0U) == 0x80 ? 0 : bits >= 0xF0 ? 2 : 1;
}

std::size_t units_of(std::string_view text) {
  std::size_t units = 0;
  for (char const byte : text) units += units_of(byte);
  return units;
}

/// As much of the text, from its beginning, as has no more than so many units.
std::string_view cut(std::string_view text, std::size_t units) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((seen += units_of(text[i])) > units) return text.substr(0, i);
  }
  return text;
}

/// Excel reads _x0041_ as a character (ECMA-376 22.9.2.19), and the library lets that pass.
std::string escaped(std::string_view text) {
  std::string all;
  for (auto at = text.find("_x"); at != std::string_view::npos; at = text.find("_x")) {
    bool is_code = text.size() >= at + 7 && text[at + 6] == '_';
    for (std::size_t i = at + 2; is_code && i < at + 6; ++i)
      is_code = std::isxdigit(static_cast<unsigned char>(text[i])) != 0;
    (all += text.substr(0, at)) += is_code ? "_x005F_" : "_";
    text.remove_prefix(at + 1);
  }
  return all += text;
}

/// A text that is too long, for a sheet.
std::string shortened(std::string_view text) {
  auto units = Workbook::units_max - 1;
  auto all = escaped(cut(text, units));
  while (units_of(all) >= Workbook::units_max) all = escaped(cut(text, units /= 2));
  return all += ellipsis;
}

}  // namespace

struct Workbook::Content {
  Content() = default;
  /// What is not finished: the library would leave its temporary files open.
  ~Content() {
    if (!book) return;
    for (auto const* of : {sheet, notes}) {
      if (of != nullptr && of->optimize_tmpfile != nullptr) std::fclose(of->optimize_tmpfile);
    }
  }
  Content(Content&&) = delete;

  void open(std::filesystem::path const& file) {
    folder = file.parent_path().string();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    book.reset(workbook_new_opt(file.c_str(), &options));
    if (!book) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    add_sheet(sheet, "List");
    lxw_doc_properties properties{};
    properties.created = first_zip_day;
    check(workbook_set_properties(book.get(), &properties));
    bold = workbook_add_format(book.get());
    format_set_bold(bold);
    worksheet_freeze_panes(sheet, 1, 0);
  }

  void add_sheet(lxw_worksheet*& of, char const* name) const {
    of = workbook_add_worksheet(book.get(), name);
    if (of == nullptr || of->optimize_tmpfile == nullptr) check(LXW_ERROR_CREATING_TMPFILE);
  }

  void write_text(std::string_view cell) {
    auto text = escaped(cell);
    if (units_of(text) > units_max) {
      text = shortened(cell);
      note(cell);
    }
    check(worksheet_write_string(sheet, row, column, text.c_str(), row == 0 ? bold : nullptr));
  }

  void write_number(std::string_view cell) {
    double number = 0;
    auto const [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc() || end != cell.data() + cell.size()) return write_text(cell);
    check(worksheet_write_number(sheet, row, column, number, nullptr));
  }

  void note(std::string_view cell) {
    if (notes == nullptr) begin_notes();
    check(worksheet_write_number(notes, ++notes_row, 0, row + 1, nullptr));
    check(worksheet_write_number(notes, notes_row, 1, column + 1, nullptr));
    check(worksheet_write_number(notes, notes_row, 2, static_cast<double>(units_of(cell)), nullptr));
    check(worksheet_write_string(notes, notes_row, 3,
                                 "cut, since Excel takes 32,767 characters; CSV and NDJSON have it whole",
                                 nullptr));
  }

  void begin_notes() {
    add_sheet(notes, "Notes");
    lxw_col_t at = 0;
    for (auto const* name : {"row", "column", "characters", "note"})
      check(worksheet_write_string(notes, 0, at++, name, bold));
  }

  /// The library does not look at what becomes of a row.
  static void check_written(lxw_worksheet* of) {
    if (of != nullptr && (std::fflush(of->optimize_tmpfile) != 0 || std::ferror(of->optimize_tmpfile) != 0))
      check(LXW_ERROR_CREATING_TMPFILE);
  }

  std::string folder;
  Book book{nullptr, &lxw_workbook_free};
  lxw_worksheet* sheet = nullptr;
  lxw_worksheet* notes = nullptr;
  lxw_format* bold = nullptr;
  lxw_row_t row = 0;
  lxw_col_t column = 0;
  lxw_row_t notes_row = 0;
};

Workbook::Workbook(std::filesystem::path const& file) : content_(std::make_unique<Content>()) {
  content_->open(file);
}
Workbook::~Workbook() = default;

void Workbook::write(Cell kind, std::string_view cell) {
  auto& to = *content_;
  if (to.row >= static_cast<lxw_row_t>(rows_max))
    throw Error(Problem::too_many, "a sheet of Excel holds 1,048,576 rows; take the list as csv or ndjson");
  if (!cell.empty()) kind == Cell::number ? to.write_number(cell) : to.write_text(cell);
  ++to.column;
}

void Workbook::end_row() {
  ++content_->row;
  content_->column = 0;
}

void Workbook::finish() {
  Content::check_written(content_->sheet);
  Content::check_written(content_->notes);
  check(workbook_close(content_->book.release()));
}

}  // namespace annals::render
