#include "db/import_store.hpp"

#include "base/base64.hpp"
#include "base/sha256.hpp"
#include "db/snapshot_store.hpp"
#include "sql_import.hpp"

namespace annals::db {
namespace {

constexpr auto told_limit = static_cast<std::int64_t>(ImportStore::told_max) + 1;

std::vector<StagedPlace> staged_places(Rows const& rows) {
  std::vector<StagedPlace> places;
  for (auto const row : rows) {
    places.push_back({std::string(row.text("stage")), row.small("line"), std::string(row.text("col")),
                      std::string(row.text("key"))});
  }
  return places;
}

}  // namespace

ImportStore::ImportStore(Transaction& transaction, DatasetDescription const& dataset, int batch)
    : transaction_(transaction) {
  lock_dataset(transaction_, dataset.key, {"60min", "60min"});
  transaction_.run_script(import_sql::begin);
  dataset_ = write_dataset(transaction_, dataset);
  transaction_.run(import_sql::run, {{"dataset_id", dataset_.id},
                                     {"key", dataset.key},
                                     {"at", dataset_.at},
                                     {"change_id", dataset_.change_id},
                                     {"batch", batch}});
}

CopyIn ImportStore::copy_in(std::string const& stage, std::string const& columns) {
  return transaction_.copy_in("copy stage_" + stage + " (" + columns + ") from stdin");
}

void ImportStore::find_named() { transaction_.run_script(import_sql::named); }

void ImportStore::drop_events(std::vector<int> const& lines) {
  std::vector<std::int64_t> const numbers(lines.begin(), lines.end());
  transaction_.run(import_sql::drop_events, {{"lines", numbers}});
  transaction_.run_script(import_sql::drop_unnamed);
}

std::vector<StagedTwice> ImportStore::find_duplicates() {
  transaction_.run_script(import_sql::duplicates);
  std::vector<StagedTwice> found;
  for (auto const row : transaction_.run(import_sql::duplicate_rows, {{"limit", told_limit}})) {
    found.push_back({std::string(row.text("stage")), std::string(row.text("key")), row.small("line"),
                     row.small("other_line"), row.boolean("equal")});
  }
  return found;
}

std::vector<StagedPlace> ImportStore::resolve() {
  transaction_.run_script(import_sql::identify);
  transaction_.run_script(import_sql::references);
  return staged_places(transaction_.run(import_sql::missing_rows, {{"limit", told_limit}}));
}

ImportStore::Gone ImportStore::find_gone() {
  transaction_.run_script(import_sql::gone);
  Gone gone;
  for (auto const row : transaction_.run(import_sql::gone_events)) {
    gone.count = row.integer("total");
    gone.keys.emplace_back(row.text("key"));
    if (row.boolean("kept")) gone.kept.push_back(gone.keys.back());
  }
  return gone;
}

void ImportStore::remove_gone() {
  transaction_.run_script(import_sql::remove_gone);
  removed_ = transaction_.run(import_sql::removed)[0].integer("removed");
}

std::vector<StagedPlace> ImportStore::find_cycles() {
  return staged_places(transaction_.run(import_sql::cycles));
}

void ImportStore::keep_file(std::string const& path, std::string const& content,
                            std::optional<SnapshotHead> const& snapshot) {
  auto params = snapshot_params(snapshot);
  params.push_back({"path", path});
  params.push_back({"content", to_base64(content)});
  files_changed_ += transaction_.run(import_sql::file, params).affected();
}

bool ImportStore::holds_other(std::string const& path, std::string const& content) {
  return transaction_.run(import_sql::file_differs, {{"path", path}, {"sha256", sha256_hex(content)}})[0]
      .boolean("differs");
}

Merged ImportStore::merge() {
  transaction_.run_script(import_sql::compare);
  transaction_.run_script(import_sql::merge);
  transaction_.run(import_sql::names);
  auto const rows = transaction_.run(import_sql::counts);
  ImportCounts const counts{rows[0].integer("inserted"),
                            rows[0].integer("updated") + files_changed_ + removed_,
                            rows[0].integer("unchanged")};
  bool const any = counts.inserted + counts.updated > 0;
  if (any || dataset_.changed) transaction_.run(import_sql::finish);
  if (any) transaction_.run(import_sql::statistics, {{"changed", counts.inserted + counts.updated}});
  return {counts, any || dataset_.changed ? std::optional(dataset_.change_id) : std::nullopt};
}

}  // namespace annals::db
