#include "http/timeline_formats.hpp"

#include "render/html_page.hpp"
#include "render/timeline_csv.hpp"
#include "render/timeline_document.hpp"
#include "render/timeline_exports.hpp"
#include "render/timeline_html.hpp"
#include "render/timeline_json.hpp"
#include "render/timeline_markdown.hpp"
#include "render/timeline_png.hpp"
#include "render/timeline_svg.hpp"

namespace annals::http {
namespace {

constexpr std::string_view left_out_of_tables = "claims, relations, spans, values in dispute";
constexpr std::string_view left_out_of_pages = "participants, tags, attributes";
constexpr std::string_view left_out_of_pictures =
    "introduction, descriptions, notes, participants, quantities, values in dispute, claims, relations, "
    "spans, sources";

}  // namespace

std::vector<TimelineFormat> const& timeline_formats() {
  static std::vector<TimelineFormat> const all{
      {.format = {"json", "application/json"}, .stream = render::timeline_json, .entries_max = 10000},
      {.format = {"ndjson", "application/x-ndjson"}, .stream = render::timeline_ndjson},
      {.format = {"md", "text/markdown; charset=utf-8"},
       .stream = render::timeline_markdown,
       .left_out = "claims that nobody denies"},
      {.format = {"csv", "text/csv; charset=utf-8; header=present"},
       .stream = render::timeline_csv,
       .left_out = left_out_of_tables},
      {.format = {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
       .file = render::timeline_xlsx,
       .left_out = left_out_of_tables},
      {.format = {"ics", "text/calendar; charset=utf-8"},
       .stream = render::timeline_ics,
       .left_out = "claims, relations, spans, participants, quantities; as a journal without a date: open, "
                   "unknown and missing dates, years before 1"},
      {.format = {"atom", "application/atom+xml"},
       .stream = render::timeline_atom,
       .left_out = "claims, relations, spans, participants, quantities, coordinates"},
      {.format = {"geojson", "application/geo+json"},
       .stream = render::timeline_geojson,
       .left_out = "claims, relations, spans, participants, quantities"},
      {.format = {"kml", "application/vnd.google-earth.kml+xml"},
       .stream = render::timeline_kml,
       .left_out = "claims, relations, spans, participants, quantities; as text alone: years before 1"},
      {.format = {"timelinejs.json", "application/json"},
       .stream = render::timeline_timelinejs,
       .left_out = "claims, relations, participants, quantities, coordinates, spans without both ends; under "
                   "left_out: entries without a date"},
      {.format = {"jsonld", "application/ld+json"},
       .stream = render::timeline_jsonld,
       .left_out = "claims, relations, spans, quantities"},
      {.format = {"csl.json", "application/vnd.citationstyles.csl+json"},
       .stream = render::timeline_csl,
       .left_out = "entries, claims, relations, spans"},
      {.format = {"bib", "application/x-bibtex"},
       .stream = render::timeline_bib,
       .left_out = "entries, claims, relations, spans"},
      {.format = {"graphml", "application/graphml+xml"},
       .stream = render::timeline_graphml,
       .left_out = "claims, sources, spans, quantities"},
      {.format = {"svg", "image/svg+xml"},
       .stream = render::timeline_svg,
       .entries_max = 2000,
       .left_out = left_out_of_pictures},
      {.format = {"png", "image/png"},
       .file = render::timeline_png,
       .entries_max = 500,
       .left_out = left_out_of_pictures},
      {.format = {"html", "text/html; charset=utf-8"},
       .stream = render::timeline_html,
       .left_out = left_out_of_pages,
       .security_policy = render::html::page_policy()},
      {.format = {"pdf", "application/pdf"},
       .file = render::timeline_pdf,
       .entries_max = 400,
       .left_out = left_out_of_pages},
      {.format = {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
       .file = render::timeline_docx,
       .entries_max = 1000,
       .left_out = left_out_of_pages},
      {.format = {"odt", "application/vnd.oasis.opendocument.text"},
       .file = render::timeline_odt,
       .entries_max = 1000,
       .left_out = left_out_of_pages},
  };
  return all;
}

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
