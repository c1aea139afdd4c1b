#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "domain/event.hpp"
#include "domain/quantity.hpp"

namespace annals {

// How the cell of a bundle or a list writes a value (contract section 6). Nothing where it is none.

/// "39.82": decimal degrees from -`most` to `most`; -0 is 0.
[[nodiscard]] std::optional<double> parse_degrees(std::string_view cell, double most);
/// What a refusal of parse_degrees() says.
[[nodiscard]] std::string must_be_degrees(double most);

/// "1" to "6": an Admiralty grade.
[[nodiscard]] std::optional<int> parse_credibility(std::string_view cell);

/// "role:actor", split at the first colon; without one the actor is empty, which FieldReader refuses.
[[nodiscard]] Participant parse_participant(std::string_view member);

/// "fatalities=1/2/5", with parse_quantity().
[[nodiscard]] std::optional<std::pair<std::string, Quantity>> parse_named_quantity(std::string_view member);
inline constexpr char const* must_be_named_quantities =
    "must be members of the form name=best, name=low..high or name=low/best/high, of integers";

}  // namespace annals
