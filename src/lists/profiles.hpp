#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/mapping.hpp"

namespace annals::lists {

/// The mapping of a built-in profile: `ucdp-ged`, `acled`, `gdelt-events`, `generic`; nothing for another
/// name.
[[nodiscard]] std::optional<Mapping> profile(std::string_view name);
[[nodiscard]] std::vector<std::string_view> const& profile_names();

/// A mapping as a caller gives it. Throws as wire::read_mapping().
[[nodiscard]] Mapping read_mapping(std::string_view json);

}  // namespace annals::lists
