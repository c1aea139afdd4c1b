#pragma once

#include <filesystem>
#include <memory>

#include "domain/mapping.hpp"
#include "service/import_format.hpp"

namespace annals::service {

/// An event list (contract section 6): one file, one row an event, read by a mapping. Its dataset is that of
/// the options.
[[nodiscard]] std::unique_ptr<ImportFormat> list_format(std::filesystem::path const& path,
                                                        ImportOptions const& options, Mapping mapping);

/// Refuses an encoding, delimiter or date order that there is not. Throws Error(invalid_parameter).
void check_list_options(ImportOptions const& options);

}  // namespace annals::service
