#include "http/handlers/timeline.hpp"

#include "db/timeline_store.hpp"
#include "http/handlers/thing_answers.hpp"
#include "http/list_formats.hpp"
#include "http/timeline_formats.hpp"
#include "service/ask_saved_timeline.hpp"
#include "service/ask_timeline.hpp"

namespace annals::http {
namespace {

/// Tells it as it is read. What is made as a file first is so before the answer begins, so that what fails is
/// told as a problem.
std::function<void(render::Sink const&)> tell(std::shared_ptr<service::TimelinePlan const> const& plan,
                                              std::shared_ptr<db::Reading> const& reading,
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

Response answer(Call const& call, TimelineFormat const& format, service::TimelinePlan made) {
  auto const plan = std::make_shared<service::TimelinePlan const>(std::move(made));
  check_length(*plan, format);
  Response response;
  response.content_type = format.format.type;
  if (!format.left_out.empty()) response.headers.emplace_back("Annals-Left-Out", format.left_out);
  if (!format.security_policy.empty())
    response.headers.emplace_back("Content-Security-Policy", format.security_policy);
  response.headers.emplace_back("Vary", "Accept");
  response.stream = tell(plan, call.reading, format);
  return response;
}

}  // namespace

Response get_timeline(Call& call) {
  auto const& format = timeline_format(call);
  auto plan = service::ask_timeline(call.transaction(), std::move(call.parameters));
  if (call.as_of) plan.head.query.emplace_back("as_of", *call.as_of);
  return answer(call, format, std::move(plan));
}

Response get_assembled(Call& call) {
  auto const& format = timeline_format(call);
  auto const found = db::read_timelines(call.transaction(), {find_thing(call, ThingKind::timeline)});
  if (found.empty()) not_found();
  auto plan = service::ask_saved_timeline(call.transaction(), found.front(), std::move(call.parameters));
  if (call.as_of) plan.head.query.emplace_back("as_of", *call.as_of);
  return answer(call, format, std::move(plan));
}

}  // namespace annals::http
