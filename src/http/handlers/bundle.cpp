#include "http/handlers/bundle.hpp"

#include <array>
#include <fstream>

#include "http/handlers/answers.hpp"
#include "service/export_bundle.hpp"

namespace annals::http {

Response get_bundle(Call& call) {
  accept_no_more(call);
  // Made before the answer begins, so that what fails is told as a problem.
  auto const folder = std::make_shared<csv::TemporaryFolder>();
  auto const zip = folder->path() / "bundle.zip";
  csv::BundleWriter bundle(folder->path() / "files");
  service::export_bundle(call.transaction(), call.name("dataset"), bundle);
  csv::write_zip(folder->path() / "files", bundle.names(), zip);
  Response response;
  response.content_type = "application/zip";
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename=\"" + call.name("dataset") + ".zip\"");
  response.stream = [folder, zip](render::Sink const& sink) {
    std::ifstream file(zip, std::ios::binary);
    std::array<char, 65536> piece;
    while (file.read(piece.data(), piece.size()), file.gcount() > 0)
      sink({piece.data(), static_cast<std::size_t>(file.gcount())});
  };
  return response;
}

}  // namespace annals::http
