#include "service/import_formats.hpp"

#include "domain/parameter_values.hpp"
#include "lists/profiles.hpp"
#include "service/import_bundle.hpp"
#include "service/import_list.hpp"

namespace annals::service {

void check_import_options(ImportOptions const& options) {
  if (options.profile == "bundle") return check_bundle_options(options);
  if (!lists::profile(options.profile)) {
    std::string all = "must be one of bundle";
    for (auto const& name : lists::profile_names()) (all += ", ") += name;
    parameter::refuse("profile", all);
  }
  check_list_options(options);
}

std::unique_ptr<ImportFormat> import_format(std::filesystem::path const& path, ImportOptions const& options) {
  if (options.profile == "bundle") return bundle_format(path, options, false);
  return list_format(path, options, lists::profile(options.profile).value());
}

}  // namespace annals::service
