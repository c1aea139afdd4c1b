#include "http/handlers/import_answers.hpp"

#include <algorithm>

#include "csv/cell.hpp"
#include "wire/csv_writer.hpp"

namespace annals::http {
namespace {

constexpr std::size_t csv_piece_bytes = 65536;

std::string joined(std::vector<db::BatchRow> const& rows, std::string db::BatchRow::*member) {
  std::vector<std::string> all;
  for (auto const& row : rows) all.push_back(row.*member);
  return csv::join_members(all);
}

std::string as_csv(std::vector<std::string> const& cells) {
  std::string line;
  wire::CsvWriter csv(line, wire::CsvWriter::For::programs);
  for (auto const& cell : cells) csv.plain(cell);
  return line;
}

}  // namespace

void write_batch(wire::JsonWriter& json, std::string const& dataset, db::Batch const& batch,
                 std::vector<db::BatchRow> const* faults) {
  json.begin_object().member("dataset", dataset).member("number", batch.id.number);
  json.member("profile", batch.profile).member("file_name", batch.file_name).member("state", batch.state);
  json.member("dry_run", batch.dry_run).member("on_error", batch.on_error).member("missing", batch.missing);
  json.member("encoding", batch.encoding).member("delimiter", batch.delimiter);
  json.member("date_order", batch.date_order)
      .member("sheet", batch.sheet)
      .member("rows_read", batch.progress.rows_read);
  json.member("inserted", batch.counts.inserted).member("updated", batch.counts.updated);
  json.member("unchanged", batch.counts.unchanged).member("rejected", batch.rejected);
  json.member("warnings", batch.warnings).member("bytes_total", batch.progress.bytes_total);
  json.member("bytes_read", batch.progress.bytes_read).member("by", batch.by);
  json.member("created_at", batch.created_at).member("started_at", batch.started_at);
  json.member("finished_at", batch.finished_at).member("problem", batch.problem);
  json.member("detail", batch.detail);
  if (faults != nullptr) {
    json.key("errors").begin_array();
    for (auto const& fault : *faults) {
      json.begin_object().member("field", fault.field).member("code", fault.code);
      json.member("message", fault.message);
      if (fault.line > 0) json.member("line", fault.line);
      if (!fault.file.empty()) json.member("file", fault.file);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

BatchErrorsCsv::BatchErrorsCsv(db::Batch const& batch, render::Sink sink)
    : columns_(batch.header), sink_(std::move(sink)) {
  wire::CsvWriter csv(text_, wire::CsvWriter::For::programs);
  if (columns_.empty()) csv.plain("annals_file");
  for (auto const* name :
       {"annals_line", "annals_severity", "annals_column", "annals_code", "annals_message"})
    csv.plain(name);
  if (columns_.empty()) csv.plain("annals_row");
  for (auto const& column : columns_) csv.plain(column);
  csv.end_row();
}

void BatchErrorsCsv::add(db::BatchRow const& row) {
  bool const is_another =
      !of_row_.empty() && (of_row_.front().file != row.file || of_row_.front().line != row.line);
  if (is_another || row.line == 0) write_row();
  of_row_.push_back(row);
}

void BatchErrorsCsv::finish() {
  write_row();
  sink_(text_);
}

void BatchErrorsCsv::write_row() {
  if (of_row_.empty()) return;
  auto const& first = of_row_.front();
  bool const is_error =
      std::any_of(of_row_.begin(), of_row_.end(), [](auto const& row) { return row.is_error; });
  auto const with_cells =
      std::find_if(of_row_.begin(), of_row_.end(), [](auto const& row) { return row.cells.has_value(); });
  // As it stood, also where it is short: filled up, it would pass when it is sent again.
  std::vector<std::string> cells(columns_.size());
  if (with_cells != of_row_.end()) cells = *with_cells->cells;
  wire::CsvWriter csv(text_, wire::CsvWriter::For::programs);
  if (columns_.empty()) csv.plain(first.file);
  csv.plain(first.line > 0 ? std::to_string(first.line) : "").plain(is_error ? "error" : "warning");
  csv.plain(joined(of_row_, &db::BatchRow::field)).plain(joined(of_row_, &db::BatchRow::code));
  csv.plain(joined(of_row_, &db::BatchRow::message));
  if (columns_.empty()) {
    csv.plain(as_csv(cells));
  } else {
    for (auto const& cell : cells) csv.plain(cell);
  }
  csv.end_row();
  of_row_.clear();
  if (text_.size() < csv_piece_bytes) return;
  sink_(text_);
  text_.clear();
}

}  // namespace annals::http
