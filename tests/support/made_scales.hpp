#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace annals::test {

/// Bundles of every scale of time and number, for the eyes: `hours` (three hours of a day), `centuries` (300
/// years), `many` (2,000 events) and `scripts` (Armenian, Arabic and Russian). Their folders, each under the
/// name of its dataset.
[[nodiscard]] std::vector<std::filesystem::path> write_made_scales(std::filesystem::path const& folder);

}  // namespace annals::test
