#pragma once

#include <functional>

#include "db/change_store.hpp"
#include "db/snapshot_store.hpp"
#include "service/build_timeline.hpp"

namespace annals::service {

// Saved timelines as they were frozen, for citing. One stays as it is whatever becomes of its timeline.

/// Draws a plan as JSON; refuses what is too long.
using DrawTimeline = std::function<std::string(db::Transaction&, TimelinePlan const&)>;

/// The saved timeline as anyone sees it. Throws Error: `not_found` where the caller does not see it,
/// `wrong_state` where not everybody does, and what `draw` throws.
[[nodiscard]] std::string draw_public_timeline(db::Transaction& transaction, std::string const& dataset,
                                               std::string const& key, DrawTimeline const& draw);

/// Freezes it. Throws Error as draw_public_timeline(), and `too_many`, `too_long`.
[[nodiscard]] Snapshot freeze_timeline(db::Transaction& transaction, std::string const& dataset,
                                       std::string const& key, db::Author const& author,
                                       DrawTimeline const& draw);

/// Those of a timeline that is there, or was and left some. Throws Error(not_found).
[[nodiscard]] std::vector<Snapshot> list_snapshots(db::Transaction& transaction, std::string const& dataset,
                                                   std::string const& key, int after, int limit);
/// Throws Error(not_found).
[[nodiscard]] db::SnapshotContent read_snapshot(db::Transaction& transaction, std::string const& dataset,
                                                std::string const& key, int number);

}  // namespace annals::service
