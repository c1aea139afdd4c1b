#include "lists/profiles.hpp"

#include <algorithm>

#include "profile_files.hpp"
#include "wire/mapping_json.hpp"

namespace annals::lists {
namespace {

std::string_view file_named(std::string_view name) {
  for (auto const& [file, text] : profile_files) {
    if (file == name) return text;
  }
  return "";
}

}  // namespace

std::vector<std::string_view> const& profile_names() {
  static std::vector<std::string_view> const names{"ucdp-ged", "acled", "gdelt-events", "generic"};
  return names;
}

std::optional<Mapping> profile(std::string_view name) {
  auto const& names = profile_names();
  if (std::find(names.begin(), names.end(), name) == names.end()) return std::nullopt;
  return read_mapping(file_named(name));
}

Mapping read_mapping(std::string_view json) { return wire::read_mapping(json, file_named); }

}  // namespace annals::lists
