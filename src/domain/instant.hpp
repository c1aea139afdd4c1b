#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace annals {

/// An instant (RFC 3339 section 5.6: a date, `T`, a time with at most six decimals, `Z` or an offset) in UTC
/// with microseconds, "2026-01-31T12:00:00.123456Z". Years 1 to 9999, no leap seconds. Nothing where it is
/// none.
[[nodiscard]] std::optional<std::string> parse_instant(std::string_view text);

}  // namespace annals
