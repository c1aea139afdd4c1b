#include "service/import_formats.hpp"

#include "domain/parameter_values.hpp"
#include "service/import_bundle.hpp"

namespace annals::service {

void check_import_options(ImportOptions const& options) {
  if (options.profile != "bundle") parameter::refuse("profile", "must be one of bundle");
  check_bundle_options(options);
}

std::unique_ptr<ImportFormat> import_format(std::filesystem::path const& path, ImportOptions const& options) {
  return bundle_format(path, options, false);
}

}  // namespace annals::service
