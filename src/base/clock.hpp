#pragma once

#include <string>

namespace annals {

/// Now, in UTC with milliseconds: "2026-01-31T12:00:00.123Z". For logs; what is stored takes the database's
/// time.
[[nodiscard]] std::string utc_now();

}  // namespace annals
