#pragma once

#include <string>
#include <vector>

#include "db/batch_store.hpp"
#include "render/sink.hpp"
#include "wire/json_writer.hpp"

namespace annals::http {

/// A batch as JSON; with the first of its faults, or, of nullptr, without the member.
void write_batch(wire::JsonWriter& json, std::string const& dataset, db::Batch const& batch,
                 std::vector<db::BatchRow> const* faults);

/// What was found in the rows of a batch's file, as CSV: a line for each row, and several faults of one
/// joined as the members of a cell.
class BatchErrorsCsv {
 public:
  BatchErrorsCsv(db::Batch const& batch, render::Sink sink);
  /// In the order of their lines.
  void add(db::BatchRow const& row);
  void finish();

 private:
  void write_row();

  std::vector<std::string> const columns_;  // of the file; none: a bundle
  render::Sink sink_;
  std::string text_;
  std::vector<db::BatchRow> of_row_;
};

}  // namespace annals::http
