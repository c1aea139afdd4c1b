#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "db/import_store.hpp"
#include "db/pool.hpp"

namespace annals::service {

struct ImportResult {
  std::string dataset;
  std::int64_t rows_read = 0;
  db::ImportCounts counts;
  std::vector<Fault> warnings;  ///< at most 1,000
};

/// Loads a bundle (a folder or a zip, contract section 6) in one transaction: all of it, or on any fault
/// nothing. The dataset's key is that of `dataset`, else of dataset.json. Throws Error whose faults name
/// file, line and column; every fault of the bundle is among them, up to the first 1,000.
[[nodiscard]] ImportResult import_bundle(db::Pool& pool, std::filesystem::path const& path,
                                         std::optional<std::string> const& dataset = {});

}  // namespace annals::service
