#pragma once

#include "db/connection.hpp"
#include "http/timeline_formats.hpp"
#include "service/build_timeline.hpp"

namespace annals::http {

/// Tells a timeline in a format: as it is read, or, what is made as a file first, from the file, which is
/// made here, so that what fails is told as a problem. Throws Error(too_many) where it is longer than the
/// format takes.
[[nodiscard]] std::function<void(render::Sink const&)> tell_timeline(
    std::shared_ptr<service::TimelinePlan const> const& plan, std::shared_ptr<db::Reading> const& reading,
    TimelineFormat const& format);

}  // namespace annals::http
