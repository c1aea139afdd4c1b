#pragma once

#include "db/change_store.hpp"

namespace annals::service {

/// The things with all that goes with them: their parts and, with `cascade`, what uses them and what uses
/// that. Throws Error(in_use) with the users where there are any and `cascade` is not set.
[[nodiscard]] db::ThingSet with_users(db::Change& change, db::ThingSet things, bool cascade);

/// Throws Error(in_use) with these users.
[[noreturn]] void refuse_in_use(std::vector<db::User> const& users);

}  // namespace annals::service
