#pragma once

#include <map>
#include <string>
#include <string_view>

namespace annals::wire {

/// The mappings of a dataset by name, each as JSON: what a bundle's mappings.json holds, an object. Throws as
/// parse_dom().
[[nodiscard]] std::map<std::string, std::string> read_mapping_file(std::string_view json);
[[nodiscard]] std::string print_mapping_file(std::map<std::string, std::string> const& mappings);

}  // namespace annals::wire
