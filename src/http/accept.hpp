#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annals::http {

/// A form in which a collection is answered.
struct Format {
  std::string_view suffix;  ///< "json", "timelinejs.json"
  std::string_view type;    ///< its media type
};

/// The format that the suffix names, else the one of `offered` that `accept` prefers (RFC 9110 section
/// 12.5.1), the first where it has no preference. Throws Error(not_acceptable) with what there is.
[[nodiscard]] Format const& choose_format(std::vector<Format> const& offered, std::string_view suffix,
                                          std::string_view accept);

}  // namespace annals::http
