#pragma once

#include "http/call.hpp"

namespace annals::http {

// The links of events and of actors.

[[nodiscard]] Response list_event_relations(Call& call);
[[nodiscard]] Response get_event_relation(Call& call);
[[nodiscard]] Response list_actor_relations(Call& call);
[[nodiscard]] Response get_actor_relation(Call& call);

}  // namespace annals::http
