#pragma once

#include <memory>
#include <string>

#include "domain/timeline.hpp"
#include "render/sink.hpp"

namespace annals::render {

/// One self-contained page for readers, on screen and on paper: no script, nothing from elsewhere.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_html(Sink sink);

/// The Content-Security-Policy under which the page shows whole: its own style sheet and nothing else.
[[nodiscard]] std::string timeline_html_policy();

}  // namespace annals::render
