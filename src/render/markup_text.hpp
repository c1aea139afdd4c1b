#pragma once

#include <string>
#include <string_view>

namespace annals::render {

/// Text for HTML and XML alike, as content or as a quoted attribute; `line_end` stands for each line feed.
[[nodiscard]] std::string escape_markup(std::string_view text, std::string_view line_end = "\n");

}  // namespace annals::render
