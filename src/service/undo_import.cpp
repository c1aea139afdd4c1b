#include "service/undo_import.hpp"

#include "base/error.hpp"
#include "db/undo_store.hpp"

namespace annals::service {
namespace {

constexpr int conflicts_told = 1000;

[[noreturn]] void refuse_undo(db::UndoStore::Conflicts const& conflicts) {
  std::vector<Fault> faults;
  for (auto const& path : conflicts.paths) {
    faults.push_back(
        {path, Problem::later_changes, "was changed later, or refers to what the import added", {}, {}, ""});
  }
  throw Error(Problem::later_changes,
              std::to_string(conflicts.count) + " later changes depend on this import; force=keep keeps them",
              std::move(faults));
}

}  // namespace

db::Batch undo_import(db::Transaction& transaction, std::string const& dataset, int number, bool keep,
                      db::Author author) {
  db::UndoStore store(transaction, dataset);
  auto const batch = db::read_batch(transaction, dataset, number);
  if (batch.state != "done" || batch.dry_run) {
    throw Error(Problem::wrong_state,
                batch.dry_run ? "the import was only tried: there is nothing to undo"
                              : "the import is " + batch.state + "; only one that is done can be undone");
  }
  if (batch.change_id) {
    store.find(batch);
    auto const conflicts = store.conflicts(conflicts_told);
    if (!keep && conflicts.count > 0) refuse_undo(conflicts);
    if (!author.reason) author.reason = "undo of import " + std::to_string(number);
    store.apply(author);
  }
  db::mark_undone(transaction, batch.id);
  return db::read_batch(transaction, dataset, number);
}

}  // namespace annals::service
