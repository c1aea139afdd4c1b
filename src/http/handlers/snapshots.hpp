#pragma once

#include "http/call.hpp"

namespace annals::http {

// Saved timelines as they were frozen, for citing.

[[nodiscard]] Response list_snapshots(Call& call);
[[nodiscard]] Response post_snapshot(Call& call);
/// Its bytes.
[[nodiscard]] Response get_snapshot(Call& call);
/// What changed since it, or between it and another.
[[nodiscard]] Response get_snapshot_changes(Call& call);

}  // namespace annals::http
