#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "domain/thing.hpp"
#include "domain/vocabulary.hpp"

namespace annals::db {

/// Who changed something, when and why.
struct ChangeNote {
  std::string at;  ///< UTC with microseconds
  std::optional<std::string> by;
  std::optional<std::string> reason;
  std::optional<int> batch;
};

/// One version of a thing; what it said is read as of `note.at`.
struct VersionNote {
  ThingId id;
  std::string key;
  int version;
  bool deleted;
  ChangeNote note;
};

/// The versions of a key below `before`, newest first, at most `limit`; also of one that was deleted.
[[nodiscard]] std::vector<VersionNote> read_versions(Transaction& transaction, ThingKind kind, int dataset_id,
                                                     std::string const& key, std::optional<int> before,
                                                     int limit);

/// A place among the changes of a dataset.
struct ChangePlace {
  std::int64_t change = 0;
  int rank = -1;  ///< of the kind: references come before what refers
  std::int64_t id = 0;
};
struct ChangedThing {
  std::optional<ThingKind> kind;  ///< nothing: the dataset itself
  VersionNote version;
  ChangePlace place;
  bool was_seen;  ///< an earlier version of it was visible to the caller
};
/// What was written behind `after`, in the order of commit, at most `limit`.
[[nodiscard]] std::vector<ChangedThing> read_changes(Transaction& transaction, int dataset_id,
                                                     ChangePlace const& after, int limit);

}  // namespace annals::db
