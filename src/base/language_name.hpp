#pragma once

#include <string>

namespace annals {

/// The English name of a language: "Russian" of "ru", "Serbian (Latin)" of "sr-Latn"; the tag itself where
/// it has none.
[[nodiscard]] std::string language_name(std::string const& tag);

}  // namespace annals
