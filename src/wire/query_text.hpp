#pragma once

#include <string>
#include <string_view>

#include "domain/parameter_values.hpp"

namespace annals::wire {

/// `text` for a path or query: all but unreserved characters (RFC 3986 section 2.3) percent-encoded.
[[nodiscard]] std::string percent_encode(std::string_view text);
/// The bytes that a percent-encoded text stands for. Throws Error(bad_target) where a percent sign is not
/// followed by two hexadecimal digits.
[[nodiscard]] std::string percent_decode(std::string_view text);

/// "name=value&name=value", without `?`.
[[nodiscard]] std::string query_text(Parameters const& parameters);
/// The parameters of a query string, decoded; `+` is a blank. Throws as percent_decode.
[[nodiscard]] Parameters parse_query(std::string_view text);

}  // namespace annals::wire
