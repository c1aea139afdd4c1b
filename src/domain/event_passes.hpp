#pragma once

#include <vector>

#include "domain/event.hpp"
#include "domain/event_filter.hpp"
#include "domain/evidence.hpp"

namespace annals {

/// Whether an event with these values and claims passes a filter: the rule that sql/filters repeats for what
/// the database stores, for values that it does not, those known at a day. Not looked at: datasets, types and
/// tags, which a day changes nothing of; words, which need the names on record; `disputed`.
[[nodiscard]] bool passes(Event const& event, std::vector<Evidence> const& claims, EventFilter const& filter,
                          FilterNames const& names);

}  // namespace annals
