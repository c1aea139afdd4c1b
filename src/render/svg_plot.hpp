#pragma once

#include <set>

#include "render/picture.hpp"
#include "render/svg_marks.hpp"

namespace annals::render {

/// The axis of a picture with its lanes and entries below, from `top` down; what it shows is added to `used`.
/// What has no place in time stands in a lane of its own at the end. Returns where it ends.
[[nodiscard]] double draw_plot(SvgWriter& svg, Picture const& picture, double top, std::set<Sign>& used);

}  // namespace annals::render
