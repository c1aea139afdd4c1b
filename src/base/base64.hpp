#pragma once

#include <string>
#include <string_view>

namespace annals {

/// RFC 4648 section 4, padded, in one line.
[[nodiscard]] std::string to_base64(std::string_view bytes);
/// Line breaks are left out; empty where it is none.
[[nodiscard]] std::string from_base64(std::string_view text);

}  // namespace annals
