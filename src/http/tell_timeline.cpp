#include "http/tell_timeline.hpp"

#include "base/error.hpp"
#include "http/list_formats.hpp"

namespace annals::http {
namespace {

void check_length(service::TimelinePlan const& plan, TimelineFormat const& format) {
  if (plan.events.size() <= format.entries_max) return;
  throw Error(Problem::too_many, "a timeline as " + std::string(format.format.suffix) + " has at most " +
                                     std::to_string(format.entries_max) +
                                     " entries; ask for csv, html, md or ndjson, or for less");
}

}  // namespace

std::function<void(render::Sink const&)> tell_timeline(
    std::shared_ptr<service::TimelinePlan const> const& plan, std::shared_ptr<db::Reading> const& reading,
    TimelineFormat const& format) {
  check_length(*plan, format);
  if (format.file == nullptr) {
    return [plan, reading, render = format.stream](render::Sink const& sink) {
      service::build_timeline(reading->transaction(), *plan, *render(sink));
    };
  }
  auto const folder = std::make_shared<csv::TemporaryFolder>();
  service::build_timeline(reading->transaction(), *plan, *format.file(folder->path() / "timeline"));
  return stream_of(folder, "timeline");
}

}  // namespace annals::http
