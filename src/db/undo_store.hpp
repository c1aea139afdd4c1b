#pragma once

#include <string>
#include <vector>

#include "db/batch_store.hpp"
#include "db/change_store.hpp"

namespace annals::db {

/// The set work of undoing a batch, within the caller's transaction and in this order.
class UndoStore {
 public:
  /// Locks the dataset for other changes until the transaction ends. Throws Error(not_found).
  UndoStore(Transaction& transaction, std::string dataset);

  /// Looks at what a batch wrote.
  void find(Batch const& batch);
  /// What later changes made of it, or depends on it: as its path below the dataset, the first `limit`, and
  /// how many there are.
  struct Conflicts {
    std::vector<std::string> paths;
    std::int64_t count = 0;
  };
  [[nodiscard]] Conflicts conflicts(int limit);
  /// Undoes all that nothing of this depends on, as one change.
  void apply(Author const& author);

 private:
  Transaction& transaction_;
  std::string dataset_;
  int dataset_id_ = 0;
  std::int64_t change_id_ = 0;
  std::string at_;
  std::int64_t changed_ = 0;
};

}  // namespace annals::db
