#pragma once

#include <string>
#include <vector>

#include "db/connection.hpp"
#include "domain/dataset.hpp"

namespace annals::db {

/// The datasets of these keys that the caller sees, or, of no keys, all, by key; at most 1,000.
[[nodiscard]] std::vector<Dataset> read_datasets(Transaction& transaction,
                                                 std::vector<std::string> const& keys);

/// The instant that the transaction sees, RFC 3339 in UTC with microseconds.
[[nodiscard]] std::string instant_of(Transaction& transaction);

}  // namespace annals::db
