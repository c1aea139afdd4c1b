#pragma once

#include <optional>
#include <string>

#include "domain/date_expression.hpp"

namespace annals::render {

/// A date as BibLaTeX reads it (its manual, 2.3.8): EDTF of level 1, without a time of day. What it cannot
/// read stands as its first and last day; nothing where it has none.
[[nodiscard]] std::optional<std::string> biblatex_date(DateExpression const& date);

}  // namespace annals::render
