#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace annals::test {

using Cells = std::vector<std::string>;

/// The columns of a list of the profile `generic`.
[[nodiscard]] Cells const& list_columns();
/// A row in which nothing is wrong. It may name the place `market` and the actor `party-a` by key.
[[nodiscard]] Cells clean_cells(int number);

/// What can be wrong with a row, and how it is told. `column` and `code` are several, joined by bars, where
/// several cells are wrong.
struct FaultKind {
  std::string column;
  std::string code;
  std::function<void(Cells&)> change;
  std::optional<std::size_t> written_raw = {};  ///< the cell that stands in the file without further quotes
};
/// None of them needs another row to be wrong.
[[nodiscard]] std::vector<FaultKind> const& fault_kinds();

}  // namespace annals::test
