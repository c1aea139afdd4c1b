#include "service/row_report.hpp"

#include "base/text.hpp"

namespace annals::service {
namespace {

constexpr std::size_t block_rows = 1000;

std::vector<std::string> storable_cells(std::vector<std::string> const& cells) {
  std::vector<std::string> all;
  all.reserve(cells.size());
  for (auto const& cell : cells) all.push_back(storable(cell));
  return all;
}

}  // namespace

void RowReport::fault(Fault fault, std::vector<std::string> const* cells) {
  count_rejected(fault, cells != nullptr);
  add(fault, true, cells);
  faults_.add(std::move(fault));
}

void RowReport::warning(Fault fault, std::vector<std::string> const* cells) {
  add(fault, false, cells);
  warnings_.add(std::move(fault));
}

/// The faults of one row come one after the other while it is read; later ones come as they are found.
void RowReport::count_rejected(Fault const& fault, bool is_read) {
  std::pair const row(fault.file, fault.line.value_or(0));
  if (row.second == 0) return;
  if (is_read ? row != last_rejected_ : rejected_later_.insert(row).second) ++rejected_;
  if (is_read) last_rejected_ = row;
}

void RowReport::add(Fault const& fault, bool is_error, std::vector<std::string> const* cells) {
  std::pair const at(fault.file, fault.line.value_or(0));
  auto message = fault.message;
  if (fault.position) message += " (position " + std::to_string(*fault.position) + ')';
  db::BatchRow row{
      storable(fault.file),          at.second,         ++position_, is_error, storable(fault.field),
      std::string(name(fault.code)), storable(message), {}};
  if (cells == nullptr && at.second > 0) {
    waiting_[at].push_back(std::move(row));
    return;
  }
  if (cells != nullptr && at != last_) row.cells = storable_cells(*cells);
  last_ = at;
  block_.push_back(std::move(row));
  if (block_.size() < block_rows) return;
  keep_(block_);
  block_.clear();
}

std::map<std::string, std::set<int>> RowReport::lines_without_cells() const {
  std::map<std::string, std::set<int>> lines;
  for (auto const& [at, rows] : waiting_) lines[at.first].insert(at.second);
  return lines;
}

void RowReport::give_cells(std::string const& file, int line, std::vector<std::string> const& cells) {
  auto const found = waiting_.find({file, line});
  if (found != waiting_.end()) found->second.front().cells = storable_cells(cells);
}

void RowReport::flush() {
  for (auto& [at, rows] : waiting_) block_.insert(block_.end(), rows.begin(), rows.end());
  waiting_.clear();
  if (!block_.empty()) keep_(block_);
  block_.clear();
}

}  // namespace annals::service
