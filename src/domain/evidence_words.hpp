#pragma once

#include <string>
#include <string_view>

#include "domain/phrases.hpp"
#include "domain/quantity.hpp"

namespace annals {

// The grades, links and numbers of evidence in words for readers.

/// "usually reliable", "обычно надёжен".
[[nodiscard]] std::string_view describe(Reliability reliability, Language language);
/// Of an Admiralty grade, 1 to 6: "confirmed by other sources".
[[nodiscard]] std::string_view describe_credibility(int grade, Language language);
/// What an event does to another: "responds to".
[[nodiscard]] std::string_view describe(EventRelationKind relation, Language language);
/// What the other end of the relation is to that event: "is answered by".
[[nodiscard]] std::string_view describe_inverse(EventRelationKind relation, Language language);
/// "1960", "2000 to 9999", "380 (300 to 400)", "at least 2000".
[[nodiscard]] std::string describe(Quantity const& quantity, Language language);

}  // namespace annals
