#include "service/mappings.hpp"

#include "db/dataset_store.hpp"
#include "db/export_store.hpp"
#include "lists/profiles.hpp"
#include "wire/mapping_file.hpp"

namespace annals::service {
namespace {

constexpr char const* mappings_path = "mappings.json";

std::map<std::string, std::string> mappings_of(db::Transaction& transaction, int dataset_id) {
  auto const file = db::read_bundle_file(transaction, dataset_id, mappings_path);
  return file ? wire::read_mapping_file(*file) : std::map<std::string, std::string>();
}

void keep(db::Change& change, std::map<std::string, std::string> const& mappings) {
  change.keep_file(mappings_path,
                   mappings.empty() ? std::nullopt : std::optional(wire::print_mapping_file(mappings)));
}

}  // namespace

std::map<std::string, std::string> read_mappings(db::Transaction& transaction, std::string const& dataset) {
  auto const found = db::read_datasets(transaction, {dataset});
  if (found.empty()) not_found();
  return mappings_of(transaction, found.front().id);
}

std::optional<std::string> find_mapping(db::Transaction& transaction, std::string const& dataset,
                                        std::string const& name) {
  auto const of = db::read_datasets(transaction, {dataset});
  if (of.empty()) return std::nullopt;
  auto mappings = mappings_of(transaction, of.front().id);
  auto const found = mappings.find(name);
  return found == mappings.end() ? std::nullopt : std::optional(std::move(found->second));
}

std::string read_mapping(db::Transaction& transaction, std::string const& dataset, std::string const& name) {
  auto found = find_mapping(transaction, dataset, name);
  if (!found) not_found();
  return std::move(*found);
}

bool write_mapping(db::Transaction& transaction, std::string const& dataset, std::string const& name,
                   std::string const& json, db::Author const& author) {
  bool const is_taken = name == "bundle" || lists::profile(name).has_value();
  if (!is_key(name) || is_taken)
    throw Error(Problem::invalid_key, is_taken ? "a profile has this name" : "the mapping's name is no key");
  static_cast<void>(lists::read_mapping(json));
  db::Change change(transaction, dataset, author);
  auto mappings = mappings_of(transaction, change.dataset_id());
  bool const is_new = mappings.insert_or_assign(name, json).second;
  keep(change, mappings);
  return is_new;
}

void delete_mapping(db::Transaction& transaction, std::string const& dataset, std::string const& name,
                    db::Author const& author) {
  db::Change change(transaction, dataset, author);
  auto mappings = mappings_of(transaction, change.dataset_id());
  if (mappings.erase(name) == 0) not_found();
  keep(change, mappings);
}

}  // namespace annals::service
