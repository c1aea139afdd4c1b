#pragma once

#include "domain/phrases.hpp"
#include "render/svg_marks.hpp"

namespace annals::render {

/// Explains the signs that were used, from `top` down. Returns where it ends.
[[nodiscard]] double draw_legend(SvgWriter& svg, std::set<Sign> const& used, Language language, double top);

}  // namespace annals::render
