#include "service/import_file.hpp"

#include "base/text.hpp"
#include "service/import_bundle.hpp"
#include "service/import_formats.hpp"

namespace annals::service {

std::string name_of(std::filesystem::path const& path) {
  return (path.filename().empty() ? path.parent_path().filename() : path.filename()).string();
}

ImportResult import_file(db::Pool& pool, std::filesystem::path const& path, ImportOptions options,
                         Importer::Watch const& watch) {
  bool const is_bundle = options.profile == "bundle";
  pool.in_transaction(db::Access::write,
                      [&](db::Transaction& transaction) { find_mapping(transaction, options); });
  check_import_options(options);
  options.file_name = quote_for_message(name_of(path), 200);
  if (options.file_name->empty()) options.file_name.reset();
  bool const is_renamed = !options.dataset.empty();
  if (!is_renamed && !is_bundle) throw Error(Problem::required, "an event list needs the key of its dataset");
  if (!is_renamed) options.dataset = key_of_bundle(path);
  if (!is_key(options.dataset)) throw Error(Problem::invalid_key, "the dataset's key is no key");
  Importer importer(pool);
  ImportProgress progress;
  auto const format = [&] {
    return is_bundle ? bundle_format(path, options, is_renamed) : import_format(path, options);
  };
  return importer.run(importer.create(options, {}), options, format, progress, watch);
}

ImportResult import_bundle(db::Pool& pool, std::filesystem::path const& path,
                           std::optional<std::string> const& dataset) {
  ImportOptions options;
  options.dataset = dataset.value_or("");
  return import_file(pool, path, std::move(options));
}

}  // namespace annals::service
