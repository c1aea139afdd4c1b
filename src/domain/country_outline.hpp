#pragma once

#include <optional>
#include <string_view>

#include "domain/place.hpp"

namespace annals {

/// Whether `point` lies in the country of that code (ISO 3166-1 alpha-2) or within `tolerance_degrees` of it,
/// by an outline at 1:110,000,000 (Natural Earth). Nothing where it has none, as the smallest have. Degrees
/// of longitude count as long as they are at the point's latitude. It is for finding slips of the pen, not
/// for saying whose a place is.
[[nodiscard]] std::optional<bool> lies_in_country(Point point, std::string_view country,
                                                  double tolerance_degrees);

}  // namespace annals
