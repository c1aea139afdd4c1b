#pragma once

#include <string>

#include "domain/timeline.hpp"

namespace annals::render::html {

/// The dates for which an entry was planned, each with what came; empty for none.
[[nodiscard]] std::string plans(TimelineEntry const& entry, Language language);
/// The ends that were planned for what lasts, as the content of a cell; empty for none.
[[nodiscard]] std::string planned_ends(TimelineSpan const& told, Language language);

}  // namespace annals::render::html
