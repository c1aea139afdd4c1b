#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "db/pool.hpp"
#include "service/importer.hpp"

namespace annals::service {

/// A bundle (a folder or a zip, contract section 6): all of it or, on any fault, nothing. Faults name file,
/// line and column. Throws Error where it can be neither.
/// `renames`: the dataset that is asked for stands, whatever dataset.json says; else one that says another is
/// a fault.
[[nodiscard]] std::unique_ptr<ImportFormat> bundle_format(std::filesystem::path const& path,
                                                          ImportOptions const& options, bool renames);

/// Refuses what a bundle cannot do. Throws Error(invalid_parameter).
void check_bundle_options(ImportOptions const& options);

/// The key that a bundle says its dataset has. Throws Error where it says none.
[[nodiscard]] std::string key_of_bundle(std::filesystem::path const& path);

}  // namespace annals::service
