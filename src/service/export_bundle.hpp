#pragma once

#include <string>

#include "csv/bundle_writer.hpp"
#include "db/connection.hpp"

namespace annals::service {

/// Writes what the caller sees of a dataset as a bundle (contract section 6), a thousand rows at a time.
/// Throws Error (`not_found`, `storage_full`).
void export_bundle(db::Transaction& transaction, std::string const& dataset, csv::BundleWriter& bundle);

}  // namespace annals::service
