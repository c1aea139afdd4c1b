#pragma once

#include <vector>

#include "domain/event_grouping.hpp"
#include "render/list_renderer.hpp"

namespace annals::render {

/// Groups of events for people: a row each, its cells, then licence and citation of the datasets that were
/// asked (several with ` | ` between), filter and as_of.
void groups_csv(Sink const& sink, ListHead const& head, Grouping const& grouping,
                std::vector<EventGroup> const& groups);

}  // namespace annals::render
