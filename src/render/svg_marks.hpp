#pragma once

#include <set>

#include "domain/vocabulary.hpp"
#include "render/picture_scale.hpp"
#include "render/svg_writer.hpp"

namespace annals::render {

/// What a legend explains.
enum class Sign {
  point,
  bar,
  unsure,
  beyond,
  unknown_end,
  several,
  planned,
  cancelled,
  unconfirmed,
  refuted,
  disputed
};

/// Colours of a picture. All that they tell is told by outlines as well.
inline constexpr char const* ink = "#1d4e7e";
inline constexpr char const* letters = "#1a1a1a";
inline constexpr char const* faint_letters = "#555555";
inline constexpr char const* faint_lines = "#d5dbe2";

inline constexpr double bar_height = 16;
inline constexpr double dispute_sign_width = 16;

/// What the marks refer to.
void define_patterns(SvgWriter& svg);

/// The bars of one entry around the line `y`; what they show is added to `used`.
void draw_mark(SvgWriter& svg, std::vector<Bar> const& bars, EventStatus status, double y,
               std::set<Sign>& used);

/// "≠" in a circle, from `x` on.
void draw_dispute_sign(SvgWriter& svg, double x, double y);

}  // namespace annals::render
