#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace annals::wire {

/// A part of a timeline that a key names: an entry, a span, a source.
struct TimelinePart {
  std::string dataset;
  std::string key;
  std::string json;  ///< canonical
};

/// The JSON of a timeline, taken apart: what is long is held as text alone.
struct TimelineParts {
  std::string title;
  std::map<std::string, std::string> head;  ///< canonical JSON of each member that is none of those below
  std::vector<TimelinePart> entries;
  std::vector<TimelinePart> spans;
  std::vector<TimelinePart> sources;
};

/// Throws Error(bad_json) where it is none.
[[nodiscard]] TimelineParts take_apart(std::string_view json);

/// The timeline as canonical JSON: members bytewise sorted at every level, no blanks (as RFC 8785).
[[nodiscard]] std::string canonical_timeline(TimelineParts const& parts);

}  // namespace annals::wire
