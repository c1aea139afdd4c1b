#pragma once

#include <string>
#include <string_view>

#include "domain/timeline.hpp"

namespace annals::render::html {

/// The anchor of a footnote's mark in the entry of that number.
[[nodiscard]] std::string mark_anchor(int entry, int footnote);

/// One entry as an article. `number` counts the entries from 1; `data_language` is that of the dataset's
/// texts, or empty.
[[nodiscard]] std::string entry(TimelineEntry const& entry, int number, Language language,
                                std::string_view data_language);

}  // namespace annals::render::html
