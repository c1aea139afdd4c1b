#pragma once

#include <string>
#include <string_view>

namespace annals::render::html {

/// A text in Markdown (CommonMark 0.30) as a part of the page. Its highest heading is `heading` (2 is <h2>),
/// and none skips a level. What would be HTML stands as a text, a picture as a link to it, and what links to
/// anything but http and https is no link. Texts nested beyond all sense are shown as they were written.
[[nodiscard]] std::string markdown(std::string_view language, std::string_view text, int heading);

}  // namespace annals::render::html
