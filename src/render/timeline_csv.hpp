#pragma once

#include <filesystem>
#include <memory>

#include "domain/timeline.hpp"
#include "render/sink.hpp"

namespace annals::render {

// A timeline as a table, as TimelineTable has it. Spans are not in it; its sources stand by key and title.

[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_csv(Sink sink);
/// An Excel workbook, dates as text.
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_xlsx(std::filesystem::path const& file);

}  // namespace annals::render
