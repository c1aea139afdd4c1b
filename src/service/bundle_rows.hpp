#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/copy.hpp"
#include "service/row_reader.hpp"

namespace annals::service {

/// One CSV file of a bundle (contract section 6): its columns, and how a row of it is staged.
struct BundleTable {
  std::string_view file;   ///< "actors.csv"
  std::string_view stage;  ///< "actor": the table behind stage_
  std::vector<std::string_view> columns;
  std::vector<std::string_view> required;  ///< columns that the header must have
  bool keeps_more = false;                 ///< columns that it does not know go to `attributes`
  /// The columns that `stage_row` writes, in order, with commas between.
  std::string (*staged)();
  /// Reads a row and, when it has no fault, writes it.
  void (*stage_row)(RowReader& row, db::CopyRows& rows);
};

/// The files in the order in which they refer to each other.
[[nodiscard]] std::span<BundleTable const> bundle_tables();

}  // namespace annals::service
