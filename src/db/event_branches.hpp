#pragma once

#include <string>
#include <vector>

#include "db/event_conditions.hpp"
#include "db/list_order.hpp"

namespace annals::db {

/// The ways by which a page of events is gathered: each goes along an index in the list's order, from behind
/// `after` on, and ends with the page. What a way does not decide, its conditions do.
[[nodiscard]] std::string event_branches(EventQuery const& query, EventConditions& conditions,
                                         ListOrder const& order, SortKey const* after);

}  // namespace annals::db
