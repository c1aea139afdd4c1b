#pragma once

#include <functional>
#include <string_view>

#include "domain/mapping.hpp"

namespace annals::wire {

/// The JSON object of a code table that a mapping names; empty where there is none.
using CodeTables = std::function<std::string_view(std::string_view name)>;

/// Reads a mapping as docs/import.md describes it. Throws Error: what parse_dom() throws, `unknown_member`,
/// `required` and `invalid_value` with JSON pointers.
[[nodiscard]] Mapping read_mapping(std::string_view json, CodeTables const& tables);

/// "{side_a}[, {place}]" as a template; nothing where a bracket or brace is not closed.
[[nodiscard]] std::optional<Template> parse_template(std::string_view text);

}  // namespace annals::wire
