#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/thing.hpp"

namespace annals {

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
  std::optional<std::string> sections;  ///< an array, canonical JSON
  std::optional<std::string> language;  ///< BCP 47, of the phrases that the service makes
};

}  // namespace annals
