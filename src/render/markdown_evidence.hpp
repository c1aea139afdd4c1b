#pragma once

#include <string>
#include <vector>

#include "domain/timeline.hpp"

namespace annals::render::markdown {

/// Every denial that stands, beside what it denies; the dates for which it was planned; its connections: a
/// line each.
[[nodiscard]] std::vector<std::string> evidence_lines(TimelineEntry const& entry, Language language);
/// The ends that were planned for what lasts, a line each.
[[nodiscard]] std::vector<std::string> planned_end_lines(TimelineSpan const& told, Language language);

}  // namespace annals::render::markdown
