#pragma once

#include <memory>
#include <string>

#include "domain/timeline.hpp"
#include "render/sink.hpp"

namespace annals::render {

/// One self-contained page for readers, on screen and on paper: no script, nothing from elsewhere.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_html(Sink sink);

}  // namespace annals::render
