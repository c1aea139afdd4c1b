#pragma once

#include <string>
#include <vector>

#include "render/picture.hpp"
#include "render/svg_writer.hpp"

namespace annals::render {

/// What a picture says of itself: number of entries, filter, what was known by when, as of when, citation and
/// licence of each dataset, and what it does not show.
[[nodiscard]] std::vector<std::string> statements_of(Picture const& picture);

/// Them in small print, from `top` down. Returns where it ends.
[[nodiscard]] double draw_foot(SvgWriter& svg, std::vector<std::string> const& statements, double top);

}  // namespace annals::render
