#pragma once

#include "http/call.hpp"
#include "wire/timeline_difference.hpp"

namespace annals::http {

/// What changed, as JSON or as a page, by suffix or `Accept`.
[[nodiscard]] Response answer_difference(Call const& call, wire::TimelineDifference const& difference);
/// Refuses a format that there is not, before anything is read. Throws Error(not_acceptable).
void accept_difference(Call const& call);

}  // namespace annals::http
