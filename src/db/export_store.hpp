#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "domain/event.hpp"
#include "domain/thing.hpp"
#include "domain/vocabulary.hpp"

namespace annals::db {

/// Gives the ids of what a dataset holds of a kind, by key, bytewise, at most 1,000 at a time.
void for_each_page(Transaction& transaction, ThingKind kind, int dataset_id,
                   std::function<void(std::vector<ThingId> const&)> const& work);

/// The relations that start from events, also to datasets that are not here, by event; their order is open.
[[nodiscard]] std::map<ThingId, std::vector<EventRelation>> read_own_relations(
    Transaction& transaction, std::vector<ThingId> const& events);

/// The paths of the files that stand in a bundle beside its tables, bytewise.
[[nodiscard]] std::vector<std::string> list_bundle_files(Transaction& transaction, int dataset_id);
[[nodiscard]] std::optional<std::string> read_bundle_file(Transaction& transaction, int dataset_id,
                                                          std::string const& path);

}  // namespace annals::db
