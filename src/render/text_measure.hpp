#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annals::render {

/// How wide a text is at a size of 1, at most in any common sans-serif font: no font is at hand, so it is
/// reckoned by kinds of characters. Of valid UTF-8, as everything here.
[[nodiscard]] double text_width(std::string_view text);

/// As much of `text` as has room, with "…" where it was cut; never inside a character or before its marks.
[[nodiscard]] std::string cut_to_width(std::string_view text, double width);

/// In lines, broken at blanks, or inside of a word that is longer than a line.
[[nodiscard]] std::vector<std::string> break_to_width(std::string_view text, double width);

/// Whether the first letter with a direction is of a script that runs from right to left.
[[nodiscard]] bool is_right_to_left(std::string_view text);

}  // namespace annals::render
