#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "domain/snapshot.hpp"

namespace annals::db {

/// The parameters of a file that is kept: those of a snapshot, or null.
[[nodiscard]] Params snapshot_params(std::optional<SnapshotHead> const& head);

/// The snapshots of a timeline with numbers above `after`, at most `limit`; also of one that was deleted.
[[nodiscard]] std::vector<Snapshot> read_snapshots(Transaction& transaction, std::string const& dataset,
                                                   std::string const& timeline, int after, int limit);

struct SnapshotContent {
  std::string bytes;
  std::string sha256;  ///< hexadecimal
};
[[nodiscard]] std::optional<SnapshotContent> read_snapshot(Transaction& transaction,
                                                           std::string const& dataset,
                                                           std::string const& timeline, int number);

/// What is left for the next snapshot.
struct SnapshotRoom {
  int number;          ///< that the next of this timeline gets
  int snapshots;       ///< of the dataset
  std::int64_t bytes;  ///< of all these
};
[[nodiscard]] SnapshotRoom snapshot_room(Transaction& transaction, int dataset_id,
                                         std::string const& timeline);

}  // namespace annals::db
