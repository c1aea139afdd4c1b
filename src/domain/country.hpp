#pragma once

#include <string_view>

namespace annals {

/// Whether `code` is an officially assigned country code of ISO 3166-1 alpha-2, in capitals.
[[nodiscard]] bool is_country(std::string_view code);

/// Whether `tag` has the form of a BCP 47 language tag: parts of 1 to 8 letters or digits joined by `-`, the
/// first of letters, at most 35 characters in all.
[[nodiscard]] bool is_language_tag(std::string_view tag);

}  // namespace annals
