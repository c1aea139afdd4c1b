#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace annals {

/// Why `address` is not one that we keep of a source, or nothing: http or https, a host, no user or password,
/// no blanks, at most 2,048 bytes (RFC 3986). It is never fetched.
[[nodiscard]] std::optional<std::string> web_address_fault(std::string_view address);

}  // namespace annals
