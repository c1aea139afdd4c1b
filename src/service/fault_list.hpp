#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"

namespace annals::service {

/// The faults of an import: the first thousand and the number of all.
class FaultList {
 public:
  static constexpr std::size_t kept_max = 1000;

  void add(Fault fault) {
    ++count_;
    if (kept_.size() < kept_max) kept_.push_back(std::move(fault));
  }
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] bool is_full() const { return count_ > kept_max; }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::vector<Fault> const& kept() const { return kept_; }
  /// By file (in the given order), line and column.
  void sort(std::vector<std::string> const& files);
  /// Throws them as an Error, if there are any: its problem is the code that all share, else invalid_input.
  void refuse(std::string const& what) const;

 private:
  std::vector<Fault> kept_;
  std::size_t count_ = 0;
};

}  // namespace annals::service
