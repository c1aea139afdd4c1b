#pragma once

#include <string>
#include <string_view>

#include "domain/quantity.hpp"

namespace annals::db {

/// Quantities as the jsonb that the tables keep: {"troops": {"low": 2000, "high": 9999}}. Their names are
/// words of a-z, so nothing needs an escape.
[[nodiscard]] std::string to_jsonb(Quantities const& quantities);
/// Reads what to_jsonb() wrote, as PostgreSQL prints it. Throws std::logic_error for anything else.
[[nodiscard]] Quantities from_jsonb(std::string_view text);

}  // namespace annals::db
