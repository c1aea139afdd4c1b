#pragma once

#include "domain/thing.hpp"
#include "http/call.hpp"

namespace annals::http {

// What may be the same: proposals, and what a person decides of them.

[[nodiscard]] Response list_duplicates(Call& call);
[[nodiscard]] Response list_similar_events(Call& call);
/// Of actors and places.
template <ThingKind kind>
[[nodiscard]] Response list_similar_things(Call& call);
[[nodiscard]] Response post_duplicate(Call& call);

}  // namespace annals::http
