#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annals::csv {

/// The members of a cell (contract section 6): `|` separates, `\|` is a bar, `\\` a backslash. An empty cell
/// has none.
[[nodiscard]] std::vector<std::string> split_members(std::string_view cell);
[[nodiscard]] std::string join_members(std::vector<std::string> const& members);

/// The text of a cell that a spreadsheet was kept from reading as a number: `="0012"` is 0012. Other cells as
/// they are.
[[nodiscard]] std::string without_formula(std::string cell);

}  // namespace annals::csv
