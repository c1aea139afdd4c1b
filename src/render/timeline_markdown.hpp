#pragma once

#include <memory>

#include "domain/timeline.hpp"
#include "render/sink.hpp"

namespace annals::render {

/// A timeline as CommonMark with a numbered list of sources. What comes from the data is escaped: it can add
/// no markup.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_markdown(Sink sink);

}  // namespace annals::render
