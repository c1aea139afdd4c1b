#pragma once

#include "http/call.hpp"

namespace annals::http {

// What the service says of itself.

[[nodiscard]] Response get_openapi(Call& call);
[[nodiscard]] Response get_problem(Call& call);
[[nodiscard]] Response get_health(Call& call);
[[nodiscard]] Response get_readiness(Call& call);

}  // namespace annals::http
