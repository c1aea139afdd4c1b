#pragma once

#include <cstdint>
#include <string>

namespace annals {

/// Now, in UTC with milliseconds: "2026-01-31T12:00:00.123Z". For logs; what is stored takes the database's
/// time.
[[nodiscard]] std::string utc_now();

/// Milliseconds since 1970-01-01T00:00:00Z.
[[nodiscard]] std::int64_t unix_milliseconds();

}  // namespace annals
