#include "kept_formats.hpp"

#include <unistd.h>

#include <fstream>

#include "support/case_service.hpp"
#include "support/process.hpp"

namespace annals::test {

KeptFormats::KeptFormats(std::filesystem::path const& bundle, std::vector<std::string> const& suffixes)
    : folder_(std::filesystem::temp_directory_path() /
              ("annals-formats-" + bundle.filename().string() + "-" + std::to_string(getpid()))) {
  std::filesystem::create_directories(folder_);
  CaseService service(bundle.string());
  for (auto const& suffix : suffixes) {
    auto const name = "timeline." + suffix;
    std::ofstream(folder_ / name) << body_of(service.get("/v1/" + name + "?undated=include"));
  }
}

KeptFormats::~KeptFormats() { std::filesystem::remove_all(folder_); }

std::string KeptFormats::text(std::string const& file) const { return read_file(folder_ / file); }

std::string KeptFormats::run(std::vector<std::string> const& command) const {
  Process process(command, folder_ / "out", folder_ / "errors");
  auto const code = process.wait();
  if (code == 0) return "";
  return "exit code " + std::to_string(code) + ": " + text("out") + text("errors");
}

}  // namespace annals::test
