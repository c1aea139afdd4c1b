#pragma once

#include <string>

#include "domain/phrases.hpp"

namespace annals {

/// What came less what was planned, in words: "507 to 536 days earlier", "at least 3 days later".
[[nodiscard]] std::string describe_difference(DayCount const& days, Language language);

}  // namespace annals
