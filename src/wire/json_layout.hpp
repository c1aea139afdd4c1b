#pragma once

#include <string>
#include <string_view>

namespace annals::wire {

/// JSON without blanks laid out for people: two spaces of indent, a line for each member, a line feed at the
/// end.
[[nodiscard]] std::string indented(std::string_view json);

}  // namespace annals::wire
