#pragma once

#include "http/call.hpp"

namespace annals::http {

// Events with their claims.

[[nodiscard]] Response list_events(Call& call);
[[nodiscard]] Response list_events_of_actor(Call& call);
[[nodiscard]] Response list_claims_of_event(Call& call);

}  // namespace annals::http
