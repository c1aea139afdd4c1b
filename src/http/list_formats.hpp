#pragma once

#include "csv/bundle_writer.hpp"
#include "http/accept.hpp"
#include "http/call.hpp"
#include "render/list_renderer.hpp"

namespace annals::http {

/// A form of a list: a page as JSON, or a whole that is told as it is read or made as a file first.
struct ListFormat {
  Format format;
  std::unique_ptr<render::ListRenderer> (*stream)(render::Sink) = nullptr;
  std::unique_ptr<render::ListRenderer> (*file)(std::filesystem::path const&) = nullptr;

  [[nodiscard]] bool is_whole() const { return stream != nullptr || file != nullptr; }
};

/// By suffix or `Accept`, of json, ndjson, csv, xlsx, and geojson where things have points. Throws
/// Error(not_acceptable).
[[nodiscard]] ListFormat const& list_format(Call const& call, bool has_points);

/// What a document is to say of itself. The filter is that of the request.
[[nodiscard]] render::ListHead document_head(Call const& call, std::vector<Dataset> datasets,
                                             Parameters const& filter, std::vector<std::string> columns);

/// A document that streams; what it says of itself stands in the answer's headers as well.
[[nodiscard]] Response answer_document(
    Call const& call, Format const& format, render::ListHead head,
    std::function<void(render::Sink const&, render::ListHead const&)> tell);

/// A file's bytes, while `folder` is there.
[[nodiscard]] std::function<void(render::Sink const&)> stream_of(
    std::shared_ptr<csv::TemporaryFolder const> folder, std::string const& name);

/// The whole list as a document; `tell` gives its entries. One that is made as a file first is so before the
/// answer begins, so that what fails is told as a problem.
[[nodiscard]] Response answer_whole(Call const& call, ListFormat const& format, render::ListHead head,
                                    std::function<void(render::ListRenderer&)> tell);

}  // namespace annals::http
