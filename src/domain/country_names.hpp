#pragma once

#include <optional>
#include <string_view>

namespace annals {

/// The country that `text` names, as ISO 3166-1 alpha-2. It may be its code of ISO 3166-1 (alpha-2, alpha-3,
/// or a number with or without its leading zeros), its short, common or official English name, or what UCDP,
/// ACLED and GDELT call it ("DR Congo (Zaire)"). Of names only letters and digits count, folded by fold(); of
/// numbers blanks around them do not. Nothing for what ISO has no code for, such as Kosovo or a sea. `text`
/// is valid UTF-8.
[[nodiscard]] std::optional<std::string_view> country_named(std::string_view text);

}  // namespace annals
