#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/date_expression.hpp"
#include "domain/thing.hpp"

namespace annals {

/// A part of a saved timeline with a heading: what begins in its period, and what it names whenever that is.
struct TimelineSection {
  std::string title;
  std::optional<Window> period;     ///< from the first day of `from` to the last of `to`, as in filters
  std::vector<std::string> events;  ///< keys, `dataset/key` for another dataset's
};

/// A timeline that a curator keeps: a query, and what was pinned, left out, noted and divided (contract
/// sections 3 and 5).
struct SavedTimeline {
  ThingHead head;
  std::string title;
  std::optional<std::string> introduction;  ///< Markdown
  std::optional<std::string> query;         ///< a query string, without `?`
  std::vector<std::string> pins;            ///< keys of events, `dataset/key` for another dataset's
  std::vector<std::string> excludes;
  std::optional<std::string> notes;     ///< an object from key to Markdown, canonical JSON
  std::optional<std::string> sections;  ///< an array of objects as TimelineSection, canonical JSON
  std::optional<std::string> language;  ///< BCP 47, of the phrases that the service makes
};

}  // namespace annals
