#pragma once

#include "db/connection.hpp"
#include "domain/event_filter.hpp"
#include "service/build_timeline.hpp"

namespace annals::service {

/// What the parameters of a timeline ask for (contract section 5): every filter of events, and `seed`,
/// `hops`, `statements`, `merge`, `lanes`. Throws Error(invalid_parameter) for what is malformed or unknown,
/// Error(not_found) for an unseen dataset or seed.
/// What a curator adds to what the filter gives, and takes from it.
struct HandPicked {
  std::vector<ThingId> pins;
  std::vector<ThingId> excludes;
};
[[nodiscard]] TimelinePlan ask_timeline(db::Transaction& transaction, Parameters parameters,
                                        HandPicked const& picked = {});

}  // namespace annals::service
