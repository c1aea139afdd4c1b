#pragma once

#include <filesystem>
#include <memory>

#include "db/connection.hpp"
#include "service/import_format.hpp"

namespace annals::service {

/// Finds the mapping that the profile names in the dataset, where it is no profile that is built in.
void find_mapping(db::Transaction& transaction, ImportOptions& options);

/// Refuses a profile that there is not, and options that do not go with it. Throws Error(invalid_parameter).
void check_import_options(ImportOptions const& options);

/// What reads a file that was sent, by its profile.
[[nodiscard]] std::unique_ptr<ImportFormat> import_format(std::filesystem::path const& path,
                                                          ImportOptions const& options);

}  // namespace annals::service
