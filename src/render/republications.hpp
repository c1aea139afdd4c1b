#pragma once

#include <functional>
#include <string>

#include "domain/timeline.hpp"

namespace annals::render {

/// "Armenpress [7], Asbarez [9] and 8 others [10–17]"; `name` and `footnote` mark up a text and a number.
[[nodiscard]] std::string publishers_of(Copies const& copies,
                                        std::function<std::string(std::string const&)> const& name,
                                        std::function<std::string(int)> const& footnote, Language language);

}  // namespace annals::render
