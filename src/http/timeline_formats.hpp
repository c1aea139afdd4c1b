#pragma once

#include <limits>

#include "domain/timeline.hpp"
#include "http/accept.hpp"
#include "http/call.hpp"
#include "render/sink.hpp"

namespace annals::http {

/// A form of a timeline: told as it is read, or made as a file first.
struct TimelineFormat {
  Format format;
  std::unique_ptr<TimelineRenderer> (*stream)(render::Sink) = nullptr;
  std::unique_ptr<TimelineRenderer> (*file)(std::filesystem::path const&) = nullptr;
  std::size_t entries_max = std::numeric_limits<std::size_t>::max();  ///< more are refused
  std::string_view left_out = {};    ///< what it cannot carry, for the header Annals-Left-Out
  std::string security_policy = {};  ///< of a form that browsers show, for Content-Security-Policy
};

/// All there are; the first is that of who asks for none.
[[nodiscard]] std::vector<TimelineFormat> const& timeline_formats();

/// By suffix or `Accept`. Throws Error(not_acceptable).
[[nodiscard]] TimelineFormat const& timeline_format(Call const& call);

}  // namespace annals::http
