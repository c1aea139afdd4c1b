#pragma once

#include "domain/parameter_values.hpp"
#include "domain/saved_timeline.hpp"
#include "service/build_timeline.hpp"

namespace annals::service {

/// What a saved timeline gives now: its query, with what is pinned, without what is left out, in its
/// sections. Of the request's own parameters `known_by` counts, before that of the query. A query without
/// `dataset` is of the timeline's own. Throws as ask_timeline().
[[nodiscard]] TimelinePlan ask_saved_timeline(db::Transaction& transaction, SavedTimeline const& saved,
                                              Parameters more);

}  // namespace annals::service
