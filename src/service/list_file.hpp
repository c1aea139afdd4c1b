#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "csv/list_input.hpp"
#include "lists/list_row.hpp"
#include "service/import_format.hpp"
#include "service/row_drafts.hpp"

namespace annals::service {

/// A list on disk as the rows of a mapping. A header is found out: a first line of numbers has none, and one
/// of the mapping's stands in.
class ListFile {
 public:
  ListFile(std::filesystem::path const& path, ImportOptions const& options, Mapping const& mapping);

  /// What the next rows without faults become, and how many rows were read for it.
  using Take = std::function<void(StagedRows const&, int rows)>;
  /// Gives all good rows to `take`, in order, and what is wrong or odd in any to `report`.
  /// Throws Error for what ends the file: the header's faults, `empty_file`, and those of csv::ListInput.
  void read(RowReport& report, Take const& take);
  /// Every row as it stands.
  void read_records(std::function<void(csv::Record const&)> const& take);

  /// Whether it is an errors.csv: the rows of a list that were refused. Once it has been read.
  [[nodiscard]] bool is_part() const { return own_columns_ > 0; }
  [[nodiscard]] std::uint64_t bytes_read() const { return input_.bytes_read(); }
  [[nodiscard]] std::uint64_t bytes_total() const { return input_.bytes_total(); }

 private:
  /// Those that an errors.csv has in front.
  void find_own_columns(csv::Record const& header);
  void without_own_columns(csv::Record& record) const;
  [[nodiscard]] bool is_unmended(csv::Record const& record) const;
  void without_guards(csv::Record& record) const;
  /// The columns by the first record; `is_header` tells whether it is one.
  [[nodiscard]] std::vector<std::string> columns_by(csv::Record const& record, bool& is_header);
  void begin(csv::Record const& record, RowReport& report, bool& is_header);
  [[nodiscard]] bool fits(csv::Record const& record) const;
  /// False for a row that the mapping leaves out.
  bool report_unread(csv::Record const& record, RowReport& report) const;
  void take_batch(RowBatch const& batch, RowReport& report, Take const& take) const;

  csv::ListInput input_;
  std::string dataset_;
  Mapping mapping_;
  std::size_t own_columns_ = 0;
  bool is_own_list_ = false;
  std::optional<lists::ListRowReader> reader_;
};

}  // namespace annals::service
