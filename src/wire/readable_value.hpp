#pragma once

#include <string>
#include <string_view>

#include "domain/phrases.hpp"

namespace annals::wire {

/// A member of a timeline's JSON as a reader wants it: a date, number, status, link or plan in words, a place
/// or person by name, several with "; " between them, "–" for nothing. `field` is as in a FieldChange.
[[nodiscard]] std::string readable(std::string_view field, std::string_view json, Language language);

}  // namespace annals::wire
