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

/// What a document is to say of itself. The filter is that of the request.
[[nodiscard]] render::ListHead document_head(Call const& call, std::vector<Dataset> datasets,
                                             Parameters const& filter, std::vector<std::string> columns);

/// A document that streams; what it says of itself stands in the answer's headers as well.
[[nodiscard]] Response answer_document(
    Call const& call, Format const& format, render::ListHead head,
    std::function<void(render::Sink const&, render::ListHead const&)> tell);

/// The whole list as a document; `tell` gives its entries.
[[nodiscard]] Response answer_whole(Call const& call, ListFormat const& format, render::ListHead head,
                                    std::function<void(render::ListRenderer&)> tell);

}  // namespace annals::http
