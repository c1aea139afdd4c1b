#pragma once

#include <vector>

#include "domain/time_axis.hpp"

namespace annals::render {

/// A stretch of time across a picture, between two edges in pixels.
struct PictureScale {
  CivilSeconds from;
  CivilSeconds before;
  double left;
  double right;

  [[nodiscard]] double x(CivilSeconds at) const;
};

/// Holds every moment of `dates` with some room at both sides; nothing where they have none.
[[nodiscard]] std::optional<PictureScale> scale_of(std::vector<Bounds> const& dates, double left,
                                                   double right);

/// How a bar ends: where it is drawn to end, beyond the edge of the picture, or nobody knows where.
enum class BarEnd { closed, beyond, unknown };

/// Where a date lies, in pixels. The sure part is where it holds whichever of its bounds are true: it is
/// empty where nothing is sure.
struct Bar {
  double from;
  double to;
  double sure_from;
  double sure_to;
  BarEnd start = BarEnd::closed;
  BarEnd end = BarEnd::closed;
  bool is_point = false;  ///< too short to be seen as a bar

  [[nodiscard]] bool has_sure_part() const { return sure_from < sure_to; }
  [[nodiscard]] bool is_sure() const { return sure_from <= from && to <= sure_to; }
};

inline constexpr double point_radius = 6;

/// Of bounds that have a moment.
[[nodiscard]] Bar bar_of(Bounds const& date, PictureScale const& scale);

[[nodiscard]] bool has_moment(Bounds const& date);

}  // namespace annals::render
