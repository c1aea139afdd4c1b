#include "http/timeline_formats.hpp"

#include "render/timeline_csv.hpp"
#include "render/timeline_json.hpp"
#include "render/timeline_markdown.hpp"
#include "render/timeline_png.hpp"
#include "render/timeline_svg.hpp"

namespace annals::http {
namespace {

constexpr std::string_view left_out_of_pictures =
    "introduction, descriptions, notes, participants, quantities, values in dispute, claims, relations, "
    "spans, sources";

std::vector<TimelineFormat> const& timeline_formats() {
  static std::vector<TimelineFormat> const all{
      {.format = {"json", "application/json"}, .stream = render::timeline_json, .entries_max = 10000},
      {.format = {"md", "text/markdown; charset=utf-8"},
       .stream = render::timeline_markdown,
       .left_out = "claims, relations"},
      {.format = {"csv", "text/csv; charset=utf-8; header=present"},
       .stream = render::timeline_csv,
       .left_out = "claims, relations, spans, values in dispute"},
      {.format = {"svg", "image/svg+xml"},
       .stream = render::timeline_svg,
       .entries_max = 2000,
       .left_out = left_out_of_pictures},
      {.format = {"png", "image/png"},
       .file = render::timeline_png,
       .entries_max = 500,
       .left_out = left_out_of_pictures},
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
