#pragma once

#include <memory>

#include "domain/timeline.hpp"
#include "render/sink.hpp"

namespace annals::render {

/// A timeline as contract section 5 shows it.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_json(Sink sink);
/// The same in lines, each an object whose `part` says what it is: `timeline`, `entry`, `span`, `source`, and
/// `end`, which counts them.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_ndjson(Sink sink);

}  // namespace annals::render
