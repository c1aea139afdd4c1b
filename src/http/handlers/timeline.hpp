#pragma once

#include "http/call.hpp"

namespace annals::http {

// Timelines, in every format.

[[nodiscard]] Response get_timeline(Call& call);

}  // namespace annals::http
