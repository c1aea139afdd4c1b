#pragma once

#include "http/call.hpp"

namespace annals::http {

// Actors, places, sources and claims.

[[nodiscard]] Response list_actors(Call& call);
[[nodiscard]] Response get_actor(Call& call);
[[nodiscard]] Response list_places(Call& call);
[[nodiscard]] Response get_place(Call& call);
[[nodiscard]] Response list_sources(Call& call);
[[nodiscard]] Response get_source(Call& call);
[[nodiscard]] Response list_claims(Call& call);
[[nodiscard]] Response get_claim(Call& call);

}  // namespace annals::http
