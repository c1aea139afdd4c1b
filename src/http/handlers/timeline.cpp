#include "http/handlers/timeline.hpp"

#include "db/timeline_store.hpp"
#include "http/handlers/thing_answers.hpp"
#include "http/tell_timeline.hpp"
#include "service/ask_saved_timeline.hpp"
#include "service/ask_timeline.hpp"

namespace annals::http {
namespace {

Response answer(Call const& call, TimelineFormat const& format, service::TimelinePlan made) {
  auto const plan = std::make_shared<service::TimelinePlan const>(std::move(made));
  Response response;
  response.stream = tell_timeline(plan, call.reading, format);
  response.content_type = format.format.type;
  if (!format.left_out.empty()) response.headers.emplace_back("Annals-Left-Out", format.left_out);
  if (!format.security_policy.empty())
    response.headers.emplace_back("Content-Security-Policy", format.security_policy);
  response.headers.emplace_back("Vary", "Accept");
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
