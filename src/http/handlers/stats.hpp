#pragma once

#include "http/call.hpp"

namespace annals::http {

// Events counted, and the types that they have.

[[nodiscard]] Response get_stats(Call& call);
[[nodiscard]] Response list_types(Call& call);

}  // namespace annals::http
