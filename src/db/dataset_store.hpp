#pragma once

#include <string>
#include <vector>

#include "db/connection.hpp"
#include "domain/dataset.hpp"

namespace annals::db {

/// The datasets of these keys that the caller sees, or, of no keys, all, by key; at most 1,000.
[[nodiscard]] std::vector<Dataset> read_datasets(Transaction& transaction,
                                                 std::vector<std::string> const& keys);

/// What dataset.json, or a request, says of a dataset.
struct DatasetDescription {
  std::string key;
  std::string title;
  std::optional<std::string> description;
  std::optional<std::string> licence;
  std::optional<std::string> citation;
  std::optional<std::string> language;
  std::string visibility = "public";
  bool described = false;  ///< false: only the key is known, and an existing dataset stays as it is
};

/// The change that wrote a dataset.
struct WrittenDataset {
  int id;
  std::string at;
  std::int64_t change_id;
  bool created;
  bool changed;  ///< created, or another version
};
/// How long a statement of a transaction may take, and wait for others, as PostgreSQL writes it.
struct Patience {
  char const* run = "30s";
  char const* wait = "10s";
};
/// Locks a dataset, also one that is not yet there, for other changes until the transaction ends.
void lock_dataset(Transaction& transaction, std::string const& key, Patience const& patience = {});
/// Makes or changes a dataset; the caller holds its lock.
WrittenDataset write_dataset(Transaction& transaction, DatasetDescription const& dataset);

/// About how many bytes it has, its history and its imports with it; indexes are not counted.
[[nodiscard]] std::int64_t dataset_bytes(Transaction& transaction, std::string const& key);

/// The instant of the latest change of any of them, RFC 3339 in UTC with microseconds; where there is none,
/// that which the transaction sees.
[[nodiscard]] std::string latest_change(Transaction& transaction, std::vector<Dataset> const& datasets);

/// The instant that the transaction sees, RFC 3339 in UTC with microseconds.
[[nodiscard]] std::string instant_of(Transaction& transaction);

}  // namespace annals::db
