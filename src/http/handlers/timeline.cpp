#include "http/handlers/timeline.hpp"

#include "http/list_formats.hpp"
#include "http/timeline_formats.hpp"
#include "service/ask_timeline.hpp"

namespace annals::http {
namespace {

constexpr std::size_t entries_max_of_json = 10000;

/// Tells it as it is read. What is made as a file first is so before the answer begins, so that what fails is
/// told as a problem.
std::function<void(render::Sink const&)> tell(std::shared_ptr<service::TimelinePlan const> plan,
                                              std::shared_ptr<db::Reading> reading,
                                              TimelineFormat const& format) {
  if (format.file == nullptr) {
    return [plan, reading, render = format.stream](render::Sink const& sink) {
      service::build_timeline(reading->transaction(), *plan, *render(sink));
    };
  }
  auto const folder = std::make_shared<csv::TemporaryFolder>();
  service::build_timeline(reading->transaction(), *plan, *format.file(folder->path() / "timeline"));
  return stream_of(folder, "timeline");
}

}  // namespace

Response get_timeline(Call& call) {
  auto const& format = timeline_format(call);
  auto plan = std::make_shared<service::TimelinePlan>(
      service::ask_timeline(call.transaction(), std::move(call.parameters)));
  if (call.as_of) plan->head.query.emplace_back("as_of", *call.as_of);
  if (format.format.suffix == "json" && plan->events.size() > entries_max_of_json) {
    throw Error(Problem::too_many,
                "a timeline in JSON has at most 10,000 entries; ask for csv, html or md, or for less");
  }
  Response response;
  response.content_type = format.format.type;
  if (!format.left_out.empty()) response.headers.emplace_back("Annals-Left-Out", format.left_out);
  if (!format.security_policy.empty())
    response.headers.emplace_back("Content-Security-Policy", format.security_policy);
  response.headers.emplace_back("Vary", "Accept");
  response.stream = tell(plan, call.reading, format);
  return response;
}

}  // namespace annals::http
