#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "db/import_store.hpp"
#include "service/import_progress.hpp"
#include "service/row_report.hpp"

namespace annals::service {

enum class OnError { abort, skip };
enum class Missing { keep, drop };

/// What is asked of an import (contract section 6). What is nothing is found out from the file.
struct ImportOptions {
  std::string dataset;  ///< the key
  std::string profile = "bundle";
  std::optional<std::string>
      mapping;  ///< the JSON of the mapping that `profile` names, where none is built in
  std::optional<std::string> file_name;
  OnError on_error = OnError::abort;
  Missing missing = Missing::keep;
  bool dry_run = false;
  std::optional<std::string> encoding;
  std::optional<std::string> delimiter;
  std::optional<std::string> date_order;
  std::optional<std::string> sheet;  ///< of an Excel workbook
};

/// How a file of one format becomes staged rows. The importer calls it within its transaction, in this order,
/// and from the beginning again where the transaction has to be repeated.
class ImportFormat {
 public:
  ImportFormat() = default;
  virtual ~ImportFormat() = default;
  ImportFormat(ImportFormat&&) = delete;

  /// Looks at the file as a whole: what it says of the dataset, or `described = false`.
  virtual db::DatasetDescription open(RowReport& report, ImportProgress& progress) = 0;
  /// Stages the good rows and resolves what they name, up to what ImportStore::merge() needs. Every bad row
  /// is a fault in the report; what makes the whole file useless is thrown as Error. Under OnError::skip no
  /// staged row may depend on a bad one.
  virtual void stage(db::ImportStore& store, RowReport& report, ImportProgress& progress) = 0;
  /// Gives the report the rows of `report.lines_without_cells()`, by reading the file once more.
  virtual void give_cells(RowReport& report) = 0;
  /// The files of it in the order in which their faults are told; none where it is one file.
  [[nodiscard]] virtual std::vector<std::string> files() const { return {}; }
};

}  // namespace annals::service
