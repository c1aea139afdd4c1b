#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/parameter_values.hpp"

namespace annals::http {

/// A request's target, taken apart and decoded.
struct Target {
  std::string path;                   ///< as given
  std::vector<std::string> segments;  ///< "/v1/datasets" is {"v1", "datasets"}
  Parameters parameters;
};

/// Reads an origin-form target (RFC 9112 section 3.2.1). The path has at most 1,024 bytes; every part is
/// valid UTF-8 without control characters once decoded; `+` in a query is a blank. Throws Error
/// (`uri_too_long`, `bad_target`).
[[nodiscard]] Target parse_target(std::string_view target);

}  // namespace annals::http
