#pragma once

#include <memory>

#include "domain/timeline.hpp"
#include "render/sink.hpp"

namespace annals::render {

/// A timeline as a picture in SVG. It is drawn as a whole once all entries are known, so it keeps what it
/// draws of each: the caller bounds their number. It refers to nothing outside of itself.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_svg(Sink sink);

}  // namespace annals::render
