#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "db/dataset_store.hpp"
#include "domain/event.hpp"
#include "domain/snapshot.hpp"
#include "domain/vocabulary.hpp"

namespace annals::db {

/// Who changes, and why.
struct Author {
  std::optional<int> key_id;  ///< nothing: the command line
  std::optional<std::string> reason;
};

/// How a key stands: what it names now, or, where nothing holds, what it last named.
struct Standing {
  std::int64_t id;
  int version;
  bool held;
};

/// The version that holds of a thing, as it stands before any lock; nothing where none does.
[[nodiscard]] std::optional<int> version_held(Transaction& transaction, ThingKind kind,
                                              std::string const& dataset, std::string const& key);

/// Things of one dataset by their kind.
using ThingSet = std::map<ThingKind, std::set<std::int64_t>>;

/// Who uses a thing, as its path below the dataset: "events/deployment", "events/a/relations/starts/b".
struct User {
  std::string path;
};

/// One change of one dataset: everything that a transaction writes of it, at one instant, under one number.
/// The dataset is locked for other changes until the transaction ends. It is recorded with the first thing
/// that is written. All throw DatabaseError.
class Change {
 public:
  /// Throws Error(not_found) where there is no such dataset.
  Change(Transaction& transaction, std::string const& dataset, Author author);
  /// Makes or changes the dataset itself, which the caller has locked.
  Change(Transaction& transaction, DatasetDescription const& description, Author author);

  [[nodiscard]] int dataset_id() const { return dataset_id_; }
  /// Of the dataset itself, where the change began with it.
  [[nodiscard]] WrittenDataset const& written() const { return *written_; }
  [[nodiscard]] std::optional<Standing> standing(ThingKind kind, std::string const& key);

  /// The next version of a thing (of a new one where `standing` is nothing): its columns as
  /// db/thing_columns, links still keys. `before`: those of the version that holds. Throws Error
  /// (`unknown_reference`, `cycle`) with JSON pointers. Returns its id.
  std::int64_t write(ThingKind kind, Params columns, std::optional<Standing> const& standing,
                     Params const* before, std::optional<std::string> const& created_at);

  /// Those that use the things, and what goes with them: added to `parts`. Not those among `things`.
  [[nodiscard]] std::vector<User> users(ThingSet const& things, ThingSet& parts, ThingSet& others);
  /// Ends the things with their names, participants and relations; what has a relation to them gets a new
  /// version.
  void remove(ThingSet const& things);
  /// Ends the dataset with everything in it.
  void remove_dataset();
  /// The first of what the dataset holds, at most 100.
  [[nodiscard]] std::vector<User> content();

  /// Sets or ends a relation between two events; the event gets a new version where anything changes.
  enum class Effect { none, created, changed, removed };
  Effect relate(std::int64_t event, EventRelation const& relation);
  Effect unrelate(std::int64_t event, EventRelation const& relation);

  /// Keeps a file of the dataset's bundle, or (nothing) takes it out.
  void keep_file(std::string const& path, std::optional<std::string> const& content);
  /// Keeps a snapshot, whose number is free.
  void keep_snapshot(SnapshotHead const& head, std::string const& content);

 private:
  void record();
  void write_file(std::string const& path, std::string const& content,
                  std::optional<SnapshotHead> const& snapshot);
  void next_version(ThingKind kind, std::vector<std::int64_t> const& ids, bool deleted);
  void resolve(Params& columns);
  void refuse_cycle(Params const& columns, std::int64_t id);
  void write_parts(ThingKind kind, std::int64_t id, Params const& columns, Params const* before);
  [[nodiscard]] Params with_change(Params params) const;

  Transaction& transaction_;
  Author author_;
  std::string dataset_;
  int dataset_id_ = 0;
  std::int64_t change_id_ = 0;
  std::string at_;
  std::optional<WrittenDataset> written_;
  bool recorded_ = false;
};

}  // namespace annals::db
