#pragma once

#include <future>

#include "base/work_thread.hpp"
#include "db/import_store.hpp"
#include "service/staged_rows.hpp"

namespace annals::service {

/// Loads what the rows of a list become, a few megabytes while the next are read.
class ListStage {
 public:
  explicit ListStage(db::ImportStore& store) : store_(store) {}

  void add(StagedRows const& rows);
  /// All that was added is staged then. Throws DatabaseError.
  void finish();

 private:
  void load();

  db::ImportStore& store_;
  StagedRows waiting_;
  StagedRows loading_;
  std::future<void> loaded_;
  WorkThread thread_;
};

}  // namespace annals::service
