#pragma once

#include <filesystem>
#include <memory>

#include "domain/timeline.hpp"

namespace annals::render {

/// The picture of timeline_svg as a PNG in `file`: twice as many pixels each way, or fewer where it would
/// have more than 24 million or be higher than 32,000.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_png(std::filesystem::path const& file);

}  // namespace annals::render
