#include "http/timeline_formats.hpp"

#include "render/timeline_csv.hpp"
#include "render/timeline_html.hpp"
#include "render/timeline_json.hpp"
#include "render/timeline_markdown.hpp"

namespace annals::http {
namespace {

std::vector<TimelineFormat> const& timeline_formats() {
  static std::vector<TimelineFormat> const all{
      {{"json", "application/json"}, render::timeline_json},
      {.format = {"md", "text/markdown; charset=utf-8"},
       .stream = render::timeline_markdown,
       .left_out = "claims, relations"},
      {.format = {"csv", "text/csv; charset=utf-8; header=present"},
       .stream = render::timeline_csv,
       .left_out = "claims, relations, spans, values in dispute"},
      {.format = {"html", "text/html; charset=utf-8"},
       .stream = render::timeline_html,
       .left_out = "participants, tags, attributes",
       .security_policy = render::timeline_html_policy()},
  };
  return all;
}

}  // namespace

TimelineFormat const& timeline_format(Call const& call) {
  static std::vector<Format> const offered = [] {
    std::vector<Format> formats;
    for (auto const& each : timeline_formats()) formats.push_back(each.format);
    return formats;
  }();
  auto const& chosen = choose_format(offered, call.suffix, call.request.accept);
  return timeline_formats()[static_cast<std::size_t>(&chosen - offered.data())];
}

}  // namespace annals::http
