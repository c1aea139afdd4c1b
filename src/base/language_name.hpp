#pragma once

#include <string>

namespace annals {

/// The name of a language in another, both by their tags: "Russian" of "ru" in "en", "Serbian (Latin)" of
/// "sr-Latn"; the tag itself where it has none.
[[nodiscard]] std::string language_name(std::string const& tag, std::string const& in);

}  // namespace annals
