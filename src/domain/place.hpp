#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/thing.hpp"

namespace annals {

/// WGS 84 degrees: longitude -180 to 180, latitude -90 to 90.
struct Point {
  double longitude;
  double latitude;

  bool operator==(Point const&) const = default;
};

/// Kilometres along a great circle (the haversine) on a sphere of 6,371.0088 km, the IUGG's mean radius.
[[nodiscard]] double distance_km(Point a, Point b);

struct Place {
  ThingHead head;
  std::string name;
  std::optional<std::string> kind;     ///< an open word: city, district, corridor
  std::optional<std::string> country;  ///< ISO 3166-1 alpha-2
  std::optional<ThingLink> within;
  std::optional<Point> point;
  std::optional<PlacePrecision> precision;
  std::vector<std::string> aliases;
};

}  // namespace annals
