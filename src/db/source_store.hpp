#pragma once

#include <vector>

#include "db/connection.hpp"
#include "domain/source.hpp"

namespace annals::db {

/// The sources of `ids` that the caller sees, in that order, at most 1,000.
[[nodiscard]] std::vector<Source> read_sources(Transaction& transaction, std::vector<ThingId> const& ids);

}  // namespace annals::db
