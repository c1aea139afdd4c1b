#pragma once

#include <vector>

#include "db/connection.hpp"
#include "domain/claim.hpp"

namespace annals::db {

/// The claims of `ids` that the caller sees, in that order, at most 1,000.
[[nodiscard]] std::vector<Claim> read_claims(Transaction& transaction, std::vector<ThingId> const& ids);

/// A row of sql/queries/claim.
[[nodiscard]] Claim read_claim(Row const& row);

}  // namespace annals::db
