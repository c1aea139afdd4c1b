#pragma once

#include "http/call.hpp"

namespace annals::http {

// One box over everything.

[[nodiscard]] Response get_search(Call& call);

}  // namespace annals::http
