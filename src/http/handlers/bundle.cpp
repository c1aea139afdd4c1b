#include "http/handlers/bundle.hpp"

#include "http/handlers/answers.hpp"
#include "http/list_formats.hpp"
#include "service/export_bundle.hpp"

namespace annals::http {

Response get_bundle(Call& call) {
  accept_no_more(call);
  // Made before the answer begins, so that what fails is told as a problem.
  auto const folder = std::make_shared<csv::TemporaryFolder>();
  csv::BundleWriter bundle(folder->path() / "files");
  service::export_bundle(call.transaction(), call.name("dataset"), bundle);
  csv::write_zip(folder->path() / "files", bundle.names(), folder->path() / "bundle.zip");
  Response response;
  response.content_type = "application/zip";
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename=\"" + call.name("dataset") + ".zip\"");
  response.stream = stream_of(folder, "bundle.zip");
  return response;
}

}  // namespace annals::http
