#pragma once

#include <string>

#include "render/html_claims.hpp"

namespace annals::render::html {

/// Every denial that stands, set beside the claim or the value that it denies, or by itself; empty for none.
[[nodiscard]] std::string denials(TimelineEntry const& entry, Claims const& claims, Language language);

}  // namespace annals::render::html
