#pragma once

#include <string>
#include <vector>

#include "domain/timeline.hpp"

namespace annals::render {

/// What a picture shows of an entry.
struct PictureEntry {
  std::string title;
  std::string hint;  ///< what is told beside the mark: date, title, status, place
  EventStatus status = EventStatus::occurred;
  bool is_disputed = false;
  bool is_unsure = false;     ///< the coder's date is approximate or uncertain
  std::vector<Bounds> dates;  ///< several: it happened at each; none: undated
  std::size_t lane = 0;
};

/// A timeline as it is drawn.
struct Picture {
  TimelineHead head;
  std::vector<std::string> lanes;  ///< their names; none where entries stand together
  std::vector<PictureEntry> entries;
  int claims_without_publication_date = 0;
};

/// The measures of a picture, in pixels.
inline constexpr double picture_width = 1200;
inline constexpr double picture_margin = 24;

}  // namespace annals::render
