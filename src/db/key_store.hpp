#pragma once

#include <optional>
#include <string>

#include "db/connection.hpp"

namespace annals::db {

/// Makes an editor's key and returns it, `annals_` and 51 letters and digits: 8 that look it up, then a
/// secret of 256 bits, of which only the SHA-256 is kept. It cannot be shown again.
[[nodiscard]] std::string create_key(Transaction& transaction, std::string const& name);

/// What a valid key may do, for whom.
struct KeyHolder {
  int id = 0;
  std::string name;
  std::string role;  ///< "reader", "editor" or "admin"
};
/// Nothing where the key is not ours, was revoked or is over; the secrets are compared in constant time.
[[nodiscard]] std::optional<KeyHolder> find_key(Transaction& transaction, std::string const& key);

/// A secret of the service itself, such as "cursor": made with the database.
[[nodiscard]] std::string read_secret(Transaction& transaction, std::string const& name);

}  // namespace annals::db
