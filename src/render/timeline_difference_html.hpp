#pragma once

#include <string>

#include "wire/timeline_difference.hpp"

namespace annals::render {

/// A page that says what changed between two timelines, in the language of the later; its policy is that of
/// html_page.
[[nodiscard]] std::string timeline_difference_html(wire::TimelineDifference const& difference);

}  // namespace annals::render
