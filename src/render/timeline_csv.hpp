#pragma once

#include <memory>

#include "domain/timeline.hpp"
#include "render/sink.hpp"

namespace annals::render {

/// A timeline as a table for people, a row an entry. It says of itself, in every row, under which filter it
/// was made and whose licence and citation hold. Spans are not in it; its sources stand by key and title.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_csv(Sink sink);

}  // namespace annals::render
