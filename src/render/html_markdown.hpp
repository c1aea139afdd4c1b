#pragma once

#include <string>
#include <string_view>

namespace annals::render::html {

/// A curator's text (curated_markdown.hpp) as a part of the page.
[[nodiscard]] std::string markdown(std::string_view language, std::string_view text, int heading);

}  // namespace annals::render::html
