#pragma once

#include <string>

#include "db/batch_store.hpp"
#include "db/change_store.hpp"

namespace annals::service {

/// Undoes an import whole, as a change like any other: what it added is deleted, what it changed or deleted
/// is as it was. `keep`: what later changes depend on stays, with all that it refers to; else that is
/// Error(later_changes) with the first 1,000. Throws Error: `not_found`, `wrong_state`.
db::Batch undo_import(db::Transaction& transaction, std::string const& dataset, int number, bool keep,
                      db::Author author);

}  // namespace annals::service
