#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "csv/tokenizer.hpp"

namespace annals::csv {

/// The first record of a file: which column stands where.
class Header {
 public:
  /// Throws Error with the faults `duplicate_column` (also where only case or blanks differ), `bad_text`,
  /// `required` for an unnamed column.
  explicit Header(Record const& record);

  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> const& names() const { return names_; }

 private:
  std::vector<std::string> names_;
};

/// That a record has another number of cells than there are columns. `file`: of a bundle.
[[nodiscard]] Fault wrong_column_count(Record const& record, std::size_t columns,
                                       std::string const& file = "");

}  // namespace annals::csv
