#pragma once

#include "http/call.hpp"

namespace annals::http {

// Timelines, in every format.

[[nodiscard]] Response get_timeline(Call& call);
/// A saved timeline as it is now.
[[nodiscard]] Response get_assembled(Call& call);

}  // namespace annals::http
