#pragma once

#include <string>
#include <string_view>

#include "domain/phrases.hpp"

namespace annals {

/// What a member of events, claims, sources and timelines is called for readers: "date" is "date",
/// "quantities.troops" is "troops", "disputes.date" is "disputed: date". Of a name that is not ours: itself.
[[nodiscard]] std::string describe_field(std::string_view field, Language language);

/// A word of an open vocabulary (a role, a quantity), which users choose: "people_killed" is "people killed".
[[nodiscard]] std::string describe_open_word(std::string_view word);

}  // namespace annals
