#include "domain/place.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "domain/event.hpp"

namespace annals {

double distance_km(Point a, Point b) {
  constexpr double radius = 6371.0088;
  auto const radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
  auto const half_sine = [](double angle) { return std::pow(std::sin(angle / 2), 2); };
  auto const haversine = half_sine(radians(b.latitude - a.latitude)) +
                         std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) *
                             half_sine(radians(b.longitude - a.longitude));
  return 2 * radius * std::asin(std::min(1.0, std::sqrt(haversine)));
}

EventPlace event_place(Place const& place) {
  return {{place.head.id, place.head.key, place.name}, place.point, place.precision, place.country};
}

}  // namespace annals
