#include "http/list_formats.hpp"

#include <array>
#include <fstream>

#include "db/dataset_store.hpp"
#include "wire/query_text.hpp"

namespace annals::http {

ListFormat const& list_format(Call const& call, bool has_points) {
  static std::vector<ListFormat> const all{
      {{"json", "application/json"}},
      {{"ndjson", "application/x-ndjson"}, render::list_ndjson},
      {{"csv", "text/csv; charset=utf-8; header=present"}, render::list_csv},
      {{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
       nullptr,
       render::list_xlsx},
      {{"geojson", "application/geo+json"}, render::list_geojson},
  };
  static std::vector<Format> const offered{all[0].format, all[1].format, all[2].format, all[3].format,
                                           all[4].format};
  static std::vector<Format> const without_points{all[0].format, all[1].format, all[2].format, all[3].format};
  auto const& chosen = choose_format(has_points ? offered : without_points, call.suffix, call.request.accept);
  for (auto const& each : all) {
    if (each.format.suffix == chosen.suffix) return each;
  }
  return all.front();
}

render::ListHead document_head(Call const& call, std::vector<Dataset> datasets, Parameters const& filter,
                               std::vector<std::string> columns) {
  return {std::move(datasets), wire::query_text(filter),
          call.view.as_of ? *call.view.as_of : db::instant_of(call.transaction()), std::move(columns)};
}

Response answer_document(Call const& call, Format const& format, render::ListHead head,
                         std::function<void(render::Sink const&, render::ListHead const&)> tell) {
  Response response;
  response.content_type = format.type;
  response.headers.emplace_back("Vary", "Accept");
  // Also where the form itself has room for it: a header is read before the document is.
  response.headers.emplace_back("Annals-Filter", head.filter);
  response.headers.emplace_back("Annals-As-Of", head.as_of);
  for (auto const& dataset : head.datasets) {
    response.headers.emplace_back(
        "Annals-Dataset",
        dataset.key + "; licence=" + wire::percent_encode(dataset.licence.value_or("")) +
            "; citation=" + wire::percent_encode(dataset.citation.value_or("").substr(0, 1000)));
    if (response.headers.size() > 20) break;  // a head has its limits; CSV and GeoJSON name all
  }
  response.stream = [head = std::move(head), tell = std::move(tell),
                     reading = call.reading](render::Sink const& sink) { tell(sink, head); };
  return response;
}

std::function<void(render::Sink const&)> stream_of(std::shared_ptr<csv::TemporaryFolder const> folder,
                                                   std::string const& name) {
  return [folder = std::move(folder), name](render::Sink const& sink) {
    std::ifstream file(folder->path() / name, std::ios::binary);
    std::array<char, 65536> piece;
    while (file.read(piece.data(), piece.size()), file.gcount() > 0)
      sink({piece.data(), static_cast<std::size_t>(file.gcount())});
  };
}

Response answer_whole(Call const& call, ListFormat const& format, render::ListHead head,
                      std::function<void(render::ListRenderer&)> tell) {
  if (format.file != nullptr) {
    auto const folder = std::make_shared<csv::TemporaryFolder>();
    auto const renderer = format.file(folder->path() / "list");
    renderer->begin(head);
    tell(*renderer);
    renderer->end();
    return answer_document(
        call, format.format, std::move(head),
        [stream = stream_of(folder, "list")](auto const& sink, auto const&) { stream(sink); });
  }
  auto const tell_all = [render = format.stream, tell = std::move(tell)](render::Sink const& sink,
                                                                         render::ListHead const& of_list) {
    auto const renderer = render(sink);
    renderer->begin(of_list);
    tell(*renderer);
    renderer->end();
  };
  return answer_document(call, format.format, std::move(head), tell_all);
}

}  // namespace annals::http
