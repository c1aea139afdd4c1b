#include "db/snapshot_store.hpp"

#include "base/base64.hpp"
#include "db/fields.hpp"
#include "sql_queries.hpp"

namespace annals::db {

Params snapshot_params(std::optional<SnapshotHead> const& head) {
  if (!head)
    return {{"timeline", std::nullopt},
            {"number", std::nullopt},
            {"title", std::nullopt},
            {"entries", std::nullopt}};
  return {{"timeline", head->timeline},
          {"number", head->number},
          {"title", head->title},
          {"entries", head->entries}};
}

std::vector<Snapshot> read_snapshots(Transaction& transaction, std::string const& dataset,
                                     std::string const& timeline, int after, int limit) {
  auto const rows = transaction.run(
      sql::snapshot_list, {{"dataset", dataset}, {"timeline", timeline}, {"after", after}, {"limit", limit}});
  return read_all(rows, [](Row const& row) {
    return Snapshot{row.small("number"),
                    row.timestamp("created_at"),
                    std::string(row.text("sha256")),
                    std::string(row.text("title")),
                    row.small("entries"),
                    row.integer("bytes")};
  });
}

std::optional<SnapshotContent> read_snapshot(Transaction& transaction, std::string const& dataset,
                                             std::string const& timeline, int number) {
  auto const rows =
      transaction.run(sql::snapshot_get, {{"dataset", dataset}, {"path", snapshot_path(timeline, number)}});
  if (rows.empty()) return std::nullopt;
  return SnapshotContent{from_base64(rows[0].text("content")), std::string(rows[0].text("sha256"))};
}

SnapshotRoom snapshot_room(Transaction& transaction, int dataset_id, std::string const& timeline) {
  auto const rows = transaction.run(sql::snapshot_room, {{"dataset_id", dataset_id}, {"timeline", timeline}});
  return {rows[0].small("number"), rows[0].small("snapshots"), rows[0].integer("bytes")};
}

}  // namespace annals::db
