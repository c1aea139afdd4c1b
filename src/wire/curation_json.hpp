#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "domain/saved_timeline.hpp"

namespace annals::wire {

/// What a curator notes on events, by key (`dataset/key` for another dataset's): Markdown.
[[nodiscard]] std::map<std::string, std::string> notes_of(SavedTimeline const& timeline);

/// Those that section_faults() finds no fault in.
[[nodiscard]] std::vector<TimelineSection> sections_of(SavedTimeline const& timeline);

/// What is wrong with sections as JSON, `[{"title": "…", "from": "2020-09", "to": "2020-11", "events":
/// ["key"]}]`, of which only the title is required: a pointer from the array on, and a message.
[[nodiscard]] std::vector<Fault> section_faults(std::string_view json);
/// The same of notes, `{"key": "Markdown"}`.
[[nodiscard]] std::vector<Fault> note_faults(std::string_view json);

}  // namespace annals::wire
