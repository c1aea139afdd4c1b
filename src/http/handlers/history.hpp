#pragma once

#include "http/call.hpp"

namespace annals::http {

// What was, who changed it, and everything in its order.

template <ThingKind kind>
[[nodiscard]] Response list_history(Call& call);
template <ThingKind kind>
[[nodiscard]] Response get_history(Call& call);
[[nodiscard]] Response list_changes(Call& call);

}  // namespace annals::http
