#pragma once

#include "http/accept.hpp"
#include "http/call.hpp"
#include "render/list_renderer.hpp"

namespace annals::http {

/// A form of a whole list; none: a page as JSON.
using RenderList = std::unique_ptr<render::ListRenderer> (*)(render::Sink);
struct ListFormat {
  Format format;
  RenderList render;
};

/// By suffix or `Accept`, of json, ndjson, csv, and geojson where things have points. Throws
/// Error(not_acceptable).
[[nodiscard]] ListFormat const& list_format(Call const& call, bool has_points);

/// The whole list as a document that streams; `tell` gives its entries. The filter is that of the request.
[[nodiscard]] Response answer_whole(Call& call, ListFormat const& format, std::vector<Dataset> datasets,
                                    Parameters filter, std::vector<std::string> columns,
                                    std::function<void(render::ListRenderer&)> tell);

}  // namespace annals::http
