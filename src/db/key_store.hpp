#pragma once

#include <string>

#include "db/connection.hpp"

namespace annals::db {

/// Makes an editor's key and returns it, `annals_` and 51 letters and digits: 8 that look it up, then a
/// secret of 256 bits, of which only the SHA-256 is kept. It cannot be shown again.
[[nodiscard]] std::string create_key(Transaction& transaction, std::string const& name);

}  // namespace annals::db
