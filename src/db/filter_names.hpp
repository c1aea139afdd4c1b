#pragma once

#include "db/connection.hpp"
#include "domain/event_filter.hpp"

namespace annals::db {

/// Looks up every name of a filter, once for a request.
[[nodiscard]] FilterNames look_up_names(Transaction& transaction, EventFilter const& filter);

}  // namespace annals::db
