#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/history_store.hpp"
#include "service/thing_text.hpp"

namespace annals::service {

/// A version of a thing with the members in which it differs from the one before.
struct Version {
  db::VersionNote note;
  std::vector<std::string> changed;
};

/// The versions of a key that the caller sees, newest first, below `before`.
struct VersionList {
  std::vector<Version> versions;
  std::optional<int> next;  ///< the list goes on below this version
  int newest = 0;           ///< the number of all, seen or not
};
/// Throws Error(not_found) where the caller sees no version at all.
[[nodiscard]] VersionList list_versions(db::Transaction& transaction, ThingKind kind,
                                        std::string const& dataset, std::string const& key,
                                        std::optional<int> before, int limit);

/// A thing as it was. Throws Error(not_found), also for the mark of a deletion.
[[nodiscard]] ThingText read_version(db::Transaction& transaction, ThingKind kind, std::string const& dataset,
                                     std::string const& key, int version);

/// What a change of a dataset left of one thing.
struct ChangeItem {
  db::ChangedThing changed;
  std::string json;       ///< the thing then; empty: it is gone, for this caller
  std::string relations;  ///< of an event, the members of a JSON array
};
struct ChangeList {
  std::vector<ChangeItem> items;
  db::ChangePlace last;  ///< where to go on
};
/// The changes of a dataset behind `after`, in the order of commit. Throws Error(not_found).
[[nodiscard]] ChangeList list_changes(db::Transaction& transaction, std::string const& dataset,
                                      db::ChangePlace const& after, int limit);

}  // namespace annals::service
