#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "db/copy.hpp"
#include "db/dataset_store.hpp"
#include "domain/snapshot.hpp"

namespace annals::db {

/// A place in the staged rows: the table ("actor"), the line of its file, the column.
struct StagedPlace {
  std::string stage;
  int line;
  std::string column;
  std::string key;
};
struct StagedTwice {
  std::string stage;
  std::string key;
  int line;
  int first_line;
  bool equal;
};

struct ImportCounts {
  std::int64_t inserted = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
};

/// What an import did.
struct Merged {
  ImportCounts counts;
  std::optional<std::int64_t> change_id;  ///< nothing where nothing changed
};

/// The set work of an import, within the caller's transaction and in this order. The staged rows end with it.
class ImportStore {
 public:
  /// Locks the dataset against other imports until the transaction ends, and makes or changes it.
  ImportStore(Transaction& transaction, DatasetDescription const& dataset, int batch);

  /// "stage_<stage> (columns)": for the rows of one file.
  CopyIn copy_in(std::string const& stage, std::string const& columns);
  /// Of a list: the staged actors, places and sources that the dataset has already, by key or folded name,
  /// are those; none of them is changed. Before find_duplicates().
  void find_named();
  /// Takes back events with all that only their rows named: rows of these lines of the list.
  void drop_events(std::vector<int> const& lines);
  /// Of all that is found in sets so much is told, and one more where there is more.
  static constexpr std::size_t told_max = 100'000;
  /// Equal rows of one key are one row afterwards; different ones stay, and are told of first.
  std::vector<StagedTwice> find_duplicates();
  /// Resolves keys to ids; returns those that name nothing.
  std::vector<StagedPlace> resolve();
  /// Of a list, behind resolve(): what earlier imports of its profile brought and it has no more.
  struct Gone {
    std::int64_t count = 0;
    std::vector<std::string> keys;  ///< the first 1,000 events
    std::vector<std::string> kept;  ///< those among them that what others made depends on
  };
  [[nodiscard]] Gone find_gone();
  /// Ends it, but for what others need.
  void remove_gone();
  /// Rows that lie within, republish or answer themselves.
  std::vector<StagedPlace> find_cycles();
  /// Keeps a file of the bundle as it came; of a snapshot with what its list tells.
  void keep_file(std::string const& path, std::string const& content,
                 std::optional<SnapshotHead> const& snapshot = {});
  /// Whether the dataset holds other bytes under this path.
  [[nodiscard]] bool holds_other(std::string const& path, std::string const& content);
  Merged merge();

 private:
  Transaction& transaction_;
  WrittenDataset dataset_;
  int files_changed_ = 0;
  std::int64_t removed_ = 0;
};

}  // namespace annals::db
