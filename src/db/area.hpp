#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "domain/event_filter.hpp"

namespace annals::db {

/// A condition on the point of a place `p`.
struct Area {
  std::string condition;
  Params params;
};

/// How many degrees of latitude are certainly no less than so many kilometres.
[[nodiscard]] double degrees_of_latitude(double kilometres);

/// The areas of a filter: its box and its circle.
[[nodiscard]] std::vector<Area> areas_of(EventFilter const& filter);

/// The places that lie in all of them; nothing where there are too many to be worth naming, or no area is
/// asked for.
[[nodiscard]] std::optional<std::set<ThingId>> places_in(Transaction& transaction,
                                                         std::vector<Area> const& areas);

}  // namespace annals::db
