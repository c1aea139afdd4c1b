#pragma once

#include <filesystem>
#include <memory>

#include "domain/timeline.hpp"

namespace annals::render {

// The page of timeline_html as a file for paper or a word processor, by a program that may not be installed,
// in a process of its own without the net. Throws Error: `not_installed`, `busy` where others are being made
// for too long, `too_many` where it takes more than a minute or a gibibyte.

[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_pdf(std::filesystem::path const& file);
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_docx(std::filesystem::path const& file);
[[nodiscard]] std::unique_ptr<TimelineRenderer> timeline_odt(std::filesystem::path const& file);

}  // namespace annals::render
