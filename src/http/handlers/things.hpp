#pragma once

#include "http/call.hpp"

namespace annals::http {

// Actors, places, sources, claims and saved timelines; one thing of any kind.

[[nodiscard]] Response list_actors(Call& call);
[[nodiscard]] Response list_places(Call& call);
[[nodiscard]] Response list_sources(Call& call);
[[nodiscard]] Response list_claims(Call& call);
[[nodiscard]] Response list_timelines(Call& call);

template <ThingKind kind>
[[nodiscard]] Response get_thing(Call& call);

}  // namespace annals::http
