#include "domain/country_outline.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

#include "outlines.hpp"

namespace annals {
namespace {

using outline::Vertex;

/// A vertex as seen from the point: degrees east (at its latitude) and north of it.
struct Offset {
  double east, north;
};

class Eye {
 public:
  explicit Eye(Point point) : point_(point), scale_(std::cos(point.latitude * std::numbers::pi / 180)) {}
  [[nodiscard]] Offset operator()(Vertex vertex) const {
    return {(vertex.longitude / 100.0 - point_.longitude) * scale_,
            vertex.latitude / 100.0 - point_.latitude};
  }

 private:
  Point point_;
  double scale_;
};

double distance_to(Offset a, Offset b) {
  double const east = b.east - a.east, north = b.north - a.north;
  double const length = east * east + north * north;
  double const along = length > 0 ? std::clamp(-(a.east * east + a.north * north) / length, 0.0, 1.0) : 0;
  return std::hypot(a.east + along * east, a.north + along * north);
}

/// Whether the side from a to b crosses the ray that goes east.
bool crosses(Offset a, Offset b) {
  if ((a.north > 0) == (b.north > 0)) return false;
  return a.east - a.north * (b.east - a.east) / (b.north - a.north) > 0;
}

}  // namespace

std::optional<bool> lies_in_country(Point point, std::string_view country, double tolerance_degrees) {
  auto const [first, last] =
      std::equal_range(std::begin(outline::rings), std::end(outline::rings), outline::Ring{country, 0, 0},
                       [](outline::Ring const& a, outline::Ring const& b) { return a.country < b.country; });
  if (first == last) return std::nullopt;
  Eye const seen(point);
  bool inside = false;
  double nearest = 360;
  for (auto ring = first; ring != last; ++ring) {
    std::span const vertices(outline::vertices + ring->first, static_cast<std::size_t>(ring->count));
    for (std::size_t i = 1; i < vertices.size(); ++i) {
      auto const a = seen(vertices[i - 1]), b = seen(vertices[i]);
      nearest = std::min(nearest, distance_to(a, b));
      if (crosses(a, b)) inside = !inside;
    }
  }
  return inside || nearest <= tolerance_degrees;
}

}  // namespace annals
