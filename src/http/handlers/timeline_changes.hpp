#pragma once

#include "http/call.hpp"

namespace annals::http {

/// What the public record of a timeline gained between two days.
[[nodiscard]] Response get_timeline_changes(Call& call);

}  // namespace annals::http
