#pragma once

#include <string>
#include <string_view>

#include "domain/timeline.hpp"

namespace annals::render::html {

/// The anchor of an event on the page: dataset/key, which no part of the page's own can be.
[[nodiscard]] std::string anchor(std::string_view dataset, std::string_view key);

/// What an entry does to other events and they to it, each linked: on the page where it is an entry, else at
/// its address. Empty for none.
[[nodiscard]] std::string relations(TimelineEntry const& entry, Language language,
                                    std::string_view data_language);

}  // namespace annals::render::html
