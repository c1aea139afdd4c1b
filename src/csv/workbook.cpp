#include "csv/workbook.hpp"

#include <charconv>
#include <cstdint>
#include <fstream>
#include <utility>

#include "base/converter.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "csv/bundle_files.hpp"
#include "csv/packed_file.hpp"
#include "csv/unpack_limits.hpp"
#include "workbook_rows.hpp"

namespace annals::csv {
namespace {

constexpr std::uint64_t memory_max = std::uint64_t{1} << 30;
constexpr int seconds_max = 600;
constexpr std::size_t sheets_told_max = 400;  // characters: a dozen of the longest names

/// What workbook_rows.py ends with.
enum End { done = 0, no_sheet = 3, no_memory = 4, no_library = 5 };

void check_unpacked(std::filesystem::path const& path) {
  BundleFiles const files(path);
  std::uint64_t unpacked = 0;
  for (auto const& name : files.names()) check_total_unpacked(unpacked += files.bytes(name));
  if (unpacked > ratio_free_of_list) check_ratio_unpacked(unpacked, std::filesystem::file_size(path));
}

[[noreturn]] void refuse_sheet(std::string const& sheets) {
  auto const message = "the workbook has no such sheet, but " + quote_for_message(sheets, sheets_told_max);
  throw Error(Problem::invalid_parameter, message,
              {{"sheet", Problem::invalid_parameter, message, std::nullopt, std::nullopt, ""}});
}

void check_end(Converter& converter) {
  auto const errors = converter.errors();
  switch (int const code = converter.wait()) {
    case done:
      return;
    case no_sheet:
      refuse_sheet(errors);
    case no_memory:
      throw Error(Problem::bad_xlsx, "the workbook needs more than 1 GiB of memory; save its sheet as CSV");
    case no_library:
      throw Error(Problem::internal, "workbooks cannot be read: python3-openpyxl is not installed");
    default:
      throw Error(Problem::bad_xlsx, code > 128 ? "the workbook takes too long to read; save its sheet as CSV"
                                                : "the workbook is broken");
  }
}

/// The record as it is in the sheet: its first cell has the row's number in front.
void place(Record& record, int& row) {
  ++row;  // a row that is too long for a record does not tell
  if (!record.cells.empty()) {
    auto& cell = record.cells.front();
    auto const end = cell.data() + cell.find(':');
    std::from_chars(cell.data(), end, row);
    cell.erase(0, static_cast<std::size_t>(end - cell.data()) + 1);
  }
  record.line = row;
  if (record.fault) record.fault->line = row;
}

}  // namespace

bool is_workbook(std::filesystem::path const& path) {
  if (!is_zip_file(path)) return false;
  BundleFiles const files(path);
  return files.has("[Content_Types].xml") && files.has("xl/workbook.xml");
}

void read_workbook(std::filesystem::path const& path, std::string const& sheet, Tokenizer::Sink const& sink) {
  check_unpacked(path);
  Converter converter({python, "-I", "-c", std::string(workbook_rows), path.string(), sheet,
                       std::to_string(memory_max), std::to_string(seconds_max)});
  int row = 0;
  // Of the first row: behind their last filled cell the rows of a sheet have nothing, not even emptiness.
  std::size_t width = 0;
  Tokenizer tokenizer(
      [&](Record&& record) {
        place(record, row);
        if (width == 0) width = record.cells.size();
        if (!record.fault && record.cells.size() < width) record.cells.resize(width);
        sink(std::move(record));
      },
      {.skips_bad_rows = true});
  converter.read([&](std::string_view text) { tokenizer.push(text); });
  check_end(converter);
  tokenizer.finish();
}

}  // namespace annals::csv
