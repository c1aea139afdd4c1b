#include "http/handlers/timeline.hpp"

#include "http/accept.hpp"
#include "render/timeline_csv.hpp"
#include "render/timeline_json.hpp"
#include "render/timeline_markdown.hpp"
#include "service/ask_timeline.hpp"

namespace annals::http {
namespace {

constexpr std::size_t entries_max_of_json = 10000;

using Render = std::unique_ptr<TimelineRenderer> (*)(render::Sink);

struct TimelineFormat {
  Format format;
  Render render;
  std::string_view left_out;  ///< what the format cannot carry
};

std::vector<TimelineFormat> const& timeline_formats() {
  static std::vector<TimelineFormat> const all{
      {{"json", "application/json"}, render::timeline_json, ""},
      {{"md", "text/markdown; charset=utf-8"}, render::timeline_markdown, "claims, relations"},
      {{"csv", "text/csv; charset=utf-8; header=present"},
       render::timeline_csv,
       "claims, relations, spans, values in dispute"},
  };
  return all;
}

TimelineFormat const& format_of(Call const& call) {
  static std::vector<Format> const offered = [] {
    std::vector<Format> formats;
    for (auto const& each : timeline_formats()) formats.push_back(each.format);
    return formats;
  }();
  auto const& chosen = choose_format(offered, call.suffix, call.request.accept);
  return timeline_formats()[static_cast<std::size_t>(&chosen - offered.data())];
}

}  // namespace

Response get_timeline(Call& call) {
  auto const& format = format_of(call);
  auto plan = std::make_shared<service::TimelinePlan>(
      service::ask_timeline(call.transaction(), std::move(call.parameters)));
  if (call.as_of) plan->head.query.emplace_back("as_of", *call.as_of);
  if (format.format.suffix == "json" && plan->events.size() > entries_max_of_json) {
    throw Error(Problem::too_many,
                "a timeline in JSON has at most 10,000 entries; ask for csv or md, or for less");
  }
  Response response;
  response.content_type = format.format.type;
  if (!format.left_out.empty()) response.headers.emplace_back("Annals-Left-Out", format.left_out);
  response.headers.emplace_back("Vary", "Accept");
  response.stream = [plan, reading = call.reading, render = format.render](render::Sink const& sink) {
    service::build_timeline(reading->transaction(), *plan, *render(sink));
  };
  return response;
}

}  // namespace annals::http
