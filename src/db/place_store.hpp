#pragma once

#include <vector>

#include "db/connection.hpp"
#include "domain/place.hpp"

namespace annals::db {

/// The places of `ids` that the caller sees, in that order, at most 1,000.
[[nodiscard]] std::vector<Place> read_places(Transaction& transaction, std::vector<ThingId> const& ids);

}  // namespace annals::db
