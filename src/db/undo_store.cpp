#include "db/undo_store.hpp"

#include "sql_import.hpp"
#include "sql_queries.hpp"
#include "sql_undo.hpp"

namespace annals::db {
namespace {

/// "events" for the table "event"; a file, and the dataset itself, have no collection.
std::string path_below(std::string_view table, std::string_view key) {
  auto const kind = from_word<ThingKind>(table);
  return (kind ? collection_of(*kind) : std::string(table) + 's') + '/' + std::string(key);
}

}  // namespace

UndoStore::UndoStore(Transaction& transaction, std::string dataset)
    : transaction_(transaction), dataset_(std::move(dataset)) {
  lock_dataset(transaction_, dataset_, {"20min", "10s"});
  auto const rows = transaction_.run(sql::write_begin, {{"key", dataset_}});
  if (rows.empty()) not_found();
  dataset_id_ = rows[0].small("dataset_id");
  change_id_ = rows[0].integer("change_id");
  at_ = rows[0].timestamp("at");
}

void UndoStore::find(Batch const& batch) {
  changed_ = batch.counts.inserted + batch.counts.updated;
  transaction_.run_script(undo_sql::begin);
  transaction_.run(undo_sql::run, {{"key", dataset_},
                                   {"number", batch.id.number},
                                   {"change_id", change_id_},
                                   {"at", at_},
                                   {"dataset_id", dataset_id_},
                                   {"batch_change", batch.change_id}});
  transaction_.run_script(undo_sql::find);
  transaction_.run_script(undo_sql::conflicts);
}

UndoStore::Conflicts UndoStore::conflicts(int limit) {
  Conflicts found;
  for (auto const row : transaction_.run(undo_sql::conflict_rows, {{"limit", limit}})) {
    found.paths.push_back(path_below(row.text("collection"), row.text("key")));
    found.count = row.integer("of");
  }
  return found;
}

void UndoStore::apply(Author const& author) {
  transaction_.run_script(undo_sql::apply);
  transaction_.run(sql::write_record, {{"dataset_id", dataset_id_},
                                       {"change_id", change_id_},
                                       {"at", at_},
                                       {"key_id", author.key_id},
                                       {"reason", author.reason}});
  transaction_.run(import_sql::statistics, {{"changed", changed_}});
}

}  // namespace annals::db
