#include "service/fault_list.hpp"

#include <algorithm>
#include <tuple>

namespace annals::service {

void FaultList::sort(std::vector<std::string> const& files) {
  auto const rank = [&](Fault const& fault) {
    auto const file = std::find(files.begin(), files.end(), fault.file) - files.begin();
    return std::tuple(file, fault.line.value_or(0));
  };
  std::stable_sort(kept_.begin(), kept_.end(),
                   [&](Fault const& a, Fault const& b) { return rank(a) < rank(b); });
}

void FaultList::refuse(std::string const& what) const {
  if (empty()) return;
  auto const first = kept_.front().code;
  bool const alike = std::all_of(kept_.begin(), kept_.end(), [&](Fault const& f) { return f.code == first; });
  auto detail = what + " has " + (count_ == 1 ? "a fault" : std::to_string(count_) + " faults");
  if (is_full()) detail += ", of which the first " + std::to_string(kept_max) + " are listed";
  throw Error(alike ? first : Problem::invalid_input, detail, kept_);
}

}  // namespace annals::service
