#pragma once

#include "db/connection.hpp"
#include "domain/event_filter.hpp"
#include "service/build_timeline.hpp"

namespace annals::service {

/// What the parameters of a timeline ask for: its head and which events it is made of. Throws
/// Error(invalid_parameter) for what is malformed or unknown, Error(not_found) for an unseen dataset.
[[nodiscard]] TimelineRequest ask_timeline(db::Transaction& transaction, Parameters parameters);

}  // namespace annals::service
