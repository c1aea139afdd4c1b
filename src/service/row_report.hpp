#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "db/batch_store.hpp"
#include "service/fault_list.hpp"

namespace annals::service {

/// All that is found wrong or odd in the rows of a file. The first thousand of each are kept for an answer;
/// all go to `keep`, in blocks, as errors.csv gives them.
class RowReport {
 public:
  using Keep = std::function<void(std::vector<db::BatchRow> const&)>;
  explicit RowReport(Keep keep) : keep_(std::move(keep)) {}

  /// `cells`: the row as it stands; nullptr where it has been read already, or where there is none.
  void fault(Fault fault, std::vector<std::string> const* cells = nullptr);
  void warning(Fault fault, std::vector<std::string> const* cells = nullptr);
  /// The columns of the file, where it is one.
  void columns(std::vector<std::string> names) { header_ = std::move(names); }

  /// The rows that were found faulty only when they had been read, by file.
  [[nodiscard]] std::map<std::string, std::set<int>> lines_without_cells() const;
  void give_cells(std::string const& file, int line, std::vector<std::string> const& cells);
  /// Gives `keep` all that is left.
  void flush();

  [[nodiscard]] FaultList& faults() { return faults_; }
  [[nodiscard]] FaultList const& warnings() const { return warnings_; }
  /// How many rows have faults.
  [[nodiscard]] std::int64_t rejected() const { return rejected_; }
  [[nodiscard]] std::vector<std::string> const& header() const { return header_; }

 private:
  void add(Fault const& fault, bool is_error, std::vector<std::string> const* cells);
  void count_rejected(Fault const& fault, bool is_read);

  Keep keep_;
  FaultList faults_;
  FaultList warnings_;
  std::vector<std::string> header_;
  std::vector<db::BatchRow> block_;
  std::map<std::pair<std::string, int>, std::vector<db::BatchRow>> waiting_;  // for their cells
  std::pair<std::string, int> last_{"", 0};                                   // the row told of last
  std::pair<std::string, int> last_rejected_{"", 0};
  std::set<std::pair<std::string, int>> rejected_later_;
  std::int64_t rejected_ = 0;
  int position_ = 0;
};

}  // namespace annals::service
