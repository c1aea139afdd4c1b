#pragma once

#include <string>
#include <string_view>

namespace annals::lists {

/// The key of a thing that a list names but gives no key, the same on every machine: words of its `name` for
/// people, and 40 bits of the SHA-256 of `identity`, all that tells it from others.
[[nodiscard]] std::string key_of(std::string_view name, std::string_view identity);

/// The key of the claim that `source` makes of `event`, both by key.
[[nodiscard]] std::string claim_key(std::string_view event, std::string_view source);

}  // namespace annals::lists
