#include "service/list_file.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "csv/delimiter.hpp"
#include "csv/header.hpp"
#include "wire/csv_writer.hpp"

namespace annals::service {
namespace {

constexpr std::string_view own_prefix = "annals_";

/// What a list that we gave to people tells of an event and its place beside what the event itself says.
constexpr std::string_view told_columns[] = {
    "dataset", "earliest",   "latest",     "place_name", "lat",      "lon",    "claim_count", "disputed",
    "version", "created_at", "updated_at", "licence",    "citation", "filter", "as_of"};

csv::ListOptions list_options(ImportOptions const& options, Mapping const& mapping) {
  csv::ListOptions list;
  list.encoding = options.encoding.value_or("");
  list.delimiter = options.delimiter ? csv::delimiter_of(*options.delimiter) : mapping.delimiter;
  list.quotes = mapping.quotes;
  list.sheet = options.sheet.value_or("");
  return list;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

Fault fault_of(csv::Record const& record, Problem code, std::string const& message) {
  return {"", code, message, {}, record.line, ""};
}

/// What is wrong with it whatever its columns are.
std::optional<Fault> fault_in(csv::Record const& record) {
  if (record.fault) return fault_of(record, record.fault->code, record.fault->message);
  if (!record.bad_byte) return std::nullopt;
  return fault_of(record, Problem::bad_encoding,
                  "byte " + std::to_string(*record.bad_byte) + " of the file is no text in its encoding");
}

}  // namespace

ListFile::ListFile(std::filesystem::path const& path, ImportOptions const& options, Mapping const& mapping)
    : input_(path, list_options(options, mapping)), dataset_(options.dataset), mapping_(mapping) {
  if (options.date_order) mapping_.date_order = *date_order_of(*options.date_order);
}

/// A list that we gave to people: of its texts those that a spreadsheet would run have one `'` in front,
/// which goes.
void ListFile::without_guards(csv::Record& record) const {
  if (!is_own_list_) return;
  for (auto& cell : record.cells) {
    if (cell.starts_with('\'') && wire::runs_as_formula(std::string_view(cell).substr(1))) cell.erase(0, 1);
  }
}

void ListFile::find_own_columns(csv::Record const& header) {
  auto const own = [](std::string const& name) { return name.starts_with(own_prefix); };
  own_columns_ = static_cast<std::size_t>(std::find_if_not(header.cells.begin(), header.cells.end(), own) -
                                          header.cells.begin());
}

/// What was no text stands in an errors.csv as U+FFFD: sent as it is, that must not become the text.
bool ListFile::is_unmended(csv::Record const& record) const {
  auto const behind = std::min(own_columns_, record.cells.size());
  auto const cells = std::span(record.cells);
  auto const is_of_text = [](std::string const& told) {
    return told.find(name(Problem::bad_encoding)) != std::string::npos ||
           told.find(name(Problem::bad_text)) != std::string::npos;
  };
  auto const has_replacement = [](std::string const& cell) {
    return cell.find("\uFFFD") != std::string::npos;
  };
  return std::ranges::any_of(cells.first(behind), is_of_text) &&
         std::ranges::any_of(cells.subspan(behind), has_replacement);
}

void ListFile::without_own_columns(csv::Record& record) const {
  if (is_unmended(record))
    record.fault = fault_of(record, Problem::bad_encoding, "still has U+FFFD where something was no text");
  auto const count = std::min(own_columns_, record.cells.size());
  record.cells.erase(record.cells.begin(), record.cells.begin() + static_cast<std::ptrdiff_t>(count));
}

std::vector<std::string> ListFile::columns_by(csv::Record const& record, bool& is_header) {
  auto columns = record.cells;
  is_header = columns.empty() || !is_number(columns.front()) || mapping_.headers.empty();
  if (!is_header) {
    for (auto const& header : mapping_.headers) {
      auto const missing = header.size() - std::min(header.size(), columns.size());
      bool const fits =
          columns.size() <= header.size() && missing <= static_cast<std::size_t>(mapping_.optional_last);
      if (fits) return header;
    }
    throw Error(Problem::no_header,
                "the first line is no header, and has as many cells as no layout of the profile",
                {fault_of(record, Problem::no_header,
                          "is no header, and has " + std::to_string(columns.size()) + " cells")});
  }
  if (auto const fault = fault_in(record))
    throw Error(fault->code, "the header: " + fault->message, {*fault});
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (fold(columns[i]).empty()) columns[i] = "column_" + std::to_string(i + 1);
  }
  return csv::Header({record.line, columns}).names();
}

void ListFile::begin(csv::Record const& record, RowReport& report, bool& is_header) {
  reader_.emplace(dataset_, mapping_, columns_by(record, is_header));
  report.columns(reader_->columns().names());
  auto const has = [&](char const* name) { return reader_->columns().find(name) >= 0; };
  is_own_list_ = has("dataset") && has("created_at") && has("updated_at") && has("as_of") && has("filter");
  if (is_own_list_) reader_->keep_no(told_columns);
}

bool ListFile::fits(csv::Record const& record) const {
  auto const columns = reader_->columns().size();
  auto const most_missing = static_cast<std::size_t>(mapping_.optional_last);
  return record.cells.size() <= columns && record.cells.size() + most_missing >= columns;
}

bool ListFile::report_unread(csv::Record const& record, RowReport& report) const {
  auto fault = fault_in(record);
  if (!fault && !fits(record)) fault = csv::wrong_column_count(record, reader_->columns().size());
  if (fault) report.fault(*fault, &record.cells);
  return fault.has_value();
}

void ListFile::take_batch(RowBatch const& batch, RowReport& report, Take const& take) const {
  int rows = 0;
  for (std::size_t i = 0; i < batch.records.size(); ++i) {
    auto const& record = batch.records[i];
    auto const& remarks = batch.remarks[i];
    rows += remarks.is_read || report_unread(record, report) ? 1 : 0;
    for (auto const& fault : remarks.faults) report.fault(fault, &record.cells);
    for (auto const& warning : remarks.warnings) report.warning(warning, &record.cells);
  }
  take(batch.staged, rows);
}

void ListFile::read(RowReport& report, Take const& take) {
  reader_.reset();
  std::optional<RowDrafts> drafts;
  auto const read_row = [this](lists::ListRowReader& reader, csv::Record& record) {
    bool const is_row = !fault_in(record) && fits(record) && !reader.is_skipped(record.cells);
    return is_row ? std::optional(reader.read(record.cells, record.line)) : std::nullopt;
  };
  auto const take_rows = [&](RowBatch const& batch) { take_batch(batch, report, take); };
  input_.read([&](csv::Record&& record) {
    if (!reader_) {
      find_own_columns(record);
      without_own_columns(record);
      bool is_header = true;
      begin(record, report, is_header);
      drafts.emplace(*reader_, read_row, take_rows);
      if (is_header) return;
    } else {
      without_own_columns(record);
    }
    without_guards(record);
    drafts->add(std::move(record));
  });
  if (!reader_) throw Error(Problem::empty_file, "the file is empty");
  drafts->finish();
}

void ListFile::read_records(std::function<void(csv::Record const&)> const& take) {
  bool is_first = true;
  input_.read([&](csv::Record&& record) {
    if (std::exchange(is_first, false)) find_own_columns(record);
    without_own_columns(record);
    take(record);
  });
}

}  // namespace annals::service
