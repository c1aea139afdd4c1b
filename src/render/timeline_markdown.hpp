#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "domain/timeline.hpp"

namespace annals::render {

/// Takes the text of a document in pieces.
using Sink = std::function<void(std::string_view)>;

/// A timeline as CommonMark with a numbered list of sources. What comes from the data is escaped: it can add
/// no markup.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_markdown(Sink sink);

}  // namespace annals::render
