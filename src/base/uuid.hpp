#pragma once

#include <string>

namespace annals {

/// A new UUID of version 7 (RFC 9562 section 5.7): the milliseconds since 1970, then 74 random bits.
[[nodiscard]] std::string uuid_v7();

}  // namespace annals
