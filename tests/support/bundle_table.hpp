#pragma once

#include <map>
#include <string>
#include <vector>

namespace annals::test {

/// A CSV file of a bundle as it stands: a row is its cells by column.
using BundleRow = std::map<std::string, std::string>;
[[nodiscard]] std::vector<BundleRow> bundle_table(std::string const& path);
/// The rows of a CSV text, alike.
[[nodiscard]] std::vector<BundleRow> csv_rows(std::string const& text);

}  // namespace annals::test
