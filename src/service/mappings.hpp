#pragma once

#include <map>
#include <optional>
#include <string>

#include "db/change_store.hpp"

namespace annals::service {

// The mappings that a dataset keeps for its lists, by name. They travel with its bundle as mappings.json.

/// Each as JSON. Throws Error(not_found) where the caller sees no such dataset.
[[nodiscard]] std::map<std::string, std::string> read_mappings(db::Transaction& transaction,
                                                               std::string const& dataset);
/// Nothing where the caller sees no such dataset, or it has none of that name.
[[nodiscard]] std::optional<std::string> find_mapping(db::Transaction& transaction,
                                                      std::string const& dataset, std::string const& name);
/// Throws Error(not_found) instead.
[[nodiscard]] std::string read_mapping(db::Transaction& transaction, std::string const& dataset,
                                       std::string const& name);
/// Whether it is a new one. Throws Error: `not_found`, `invalid_key`, what is wrong with the mapping.
bool write_mapping(db::Transaction& transaction, std::string const& dataset, std::string const& name,
                   std::string const& json, db::Author const& author);
/// Throws Error(not_found).
void delete_mapping(db::Transaction& transaction, std::string const& dataset, std::string const& name,
                    db::Author const& author);

}  // namespace annals::service
