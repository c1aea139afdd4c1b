#pragma once

#include <string>

#include "domain/source.hpp"

namespace annals {

/// A source as a footnote names it, in the manner of the Chicago style's notes: author, title with its
/// translation and language, publisher, date, what it republishes, archive and access.
[[nodiscard]] std::string citation(Source const& source);

}  // namespace annals
