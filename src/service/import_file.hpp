#pragma once

#include <filesystem>

#include "db/pool.hpp"
#include "service/importer.hpp"

namespace annals::service {

/// The last part of a path, for messages and the list of batches.
[[nodiscard]] std::string name_of(std::filesystem::path const& path);

/// Imports a file or folder of this machine, now: what `annals import` does. The dataset's key is that of the
/// options, else (of a bundle) of dataset.json. Throws as check_import_options() and Importer::run().
ImportResult import_file(db::Pool& pool, std::filesystem::path const& path, ImportOptions options,
                         Importer::Watch const& watch = nullptr);

/// A bundle: of the dataset that it says, where none is given.
ImportResult import_bundle(db::Pool& pool, std::filesystem::path const& path,
                           std::optional<std::string> const& dataset = {});

}  // namespace annals::service
