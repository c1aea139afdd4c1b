#pragma once

#include <string>

#include "domain/timeline.hpp"

namespace annals::render::html {

/// What a footnote says: the citation, the copies of the same document, the grade of its reliability.
[[nodiscard]] std::string source(Footnote const& footnote, Language language);

}  // namespace annals::render::html
