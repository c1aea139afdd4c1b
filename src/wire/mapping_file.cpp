#include "wire/mapping_file.hpp"

#include "base/error.hpp"
#include "wire/json_dom.hpp"
#include "wire/json_layout.hpp"

namespace annals::wire {

std::map<std::string, std::string> read_mapping_file(std::string_view json) {
  auto const dom = parse_dom(json);
  if (!dom.is_object()) throw Error(Problem::invalid_value, "mappings.json is no object of mappings");
  std::map<std::string, std::string> mappings;
  for (auto const& [name, mapping] : dom.items()) mappings.emplace(name, mapping.dump());
  return mappings;
}

std::string print_mapping_file(std::map<std::string, std::string> const& mappings) {
  auto dom = Dom::object();
  for (auto const& [name, mapping] : mappings) dom[name] = Dom::parse(mapping);
  return indented(dom.dump());
}

}  // namespace annals::wire
