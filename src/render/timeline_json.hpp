#pragma once

#include <memory>

#include "domain/timeline.hpp"
#include "render/sink.hpp"

namespace annals::render {

/// A timeline as contract section 5 shows it.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_json(Sink sink);

}  // namespace annals::render
