#include "service/import_formats.hpp"

#include "domain/parameter_values.hpp"
#include "lists/profiles.hpp"
#include "service/import_bundle.hpp"
#include "service/import_list.hpp"
#include "service/mappings.hpp"

namespace annals::service {

void find_mapping(db::Transaction& transaction, ImportOptions& options) {
  if (options.profile == "bundle" || options.mapping || lists::profile(options.profile)) return;
  options.mapping = find_mapping(transaction, options.dataset, options.profile);
}

void check_import_options(ImportOptions const& options) {
  if (options.profile == "bundle") return check_bundle_options(options);
  if (!options.mapping && !lists::profile(options.profile)) {
    std::string all = "must be a mapping of the dataset, or one of bundle";
    for (auto const& name : lists::profile_names()) (all += ", ") += name;
    parameter::refuse("profile", all);
  }
  check_list_options(options);
}

std::unique_ptr<ImportFormat> import_format(std::filesystem::path const& path, ImportOptions const& options) {
  if (options.profile == "bundle") return bundle_format(path, options, false);
  return list_format(
      path, options,
      options.mapping ? lists::read_mapping(*options.mapping) : lists::profile(options.profile).value());
}

}  // namespace annals::service
