#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "support/case_service.hpp"
#include "support/process.hpp"

namespace annals {
namespace {

/// What programs that others wrote read of the formats.
class Formats : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("annals-formats-" + std::filesystem::path(GetParam()).filename().string());
    std::filesystem::create_directories(folder_);
    test::CaseService service(GetParam());
    for (auto const* suffix : {"json", "ics", "atom", "geojson", "kml", "timelinejs.json", "jsonld",
                               "csl.json", "bib", "graphml", "xlsx", "ndjson", "pdf", "docx", "odt"}) {
      auto const name = std::string("timeline.") + suffix;
      std::ofstream(folder_ / name) << test::body_of(service.get("/v1/" + name + "?undated=include"));
    }
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  /// What it said, with its exit code, where it found a fault; nothing where all is well.
  [[nodiscard]] std::string run(std::vector<std::string> const& command) const {
    test::Process process(command, folder_ / "out", folder_ / "errors");
    auto const code = process.wait();
    if (code == 0) return "";
    return "exit code " + std::to_string(code) + ": " + test::read_file(folder_ / "out") +
           test::read_file(folder_ / "errors");
  }

  std::filesystem::path folder_;
};

TEST_P(Formats, AreReadByLibrariesOfJavaScript) {
  EXPECT_EQ(
      run({"/usr/bin/env", "node", ANNALS_SOURCE "/tests/formats/check.mjs", folder_, ANNALS_SOURCE "/web"}),
      "");
}

TEST_P(Formats, AreReadByLibrariesOfPython) {
  // Debian's own, which has what scripts/install brings, whatever else is in front of it.
  EXPECT_EQ(run({"/usr/bin/python3", ANNALS_SOURCE "/tests/formats/check.py", folder_}), "");
}

INSTANTIATE_TEST_SUITE_P(Cases, Formats,
                         testing::Values(ANNALS_SOURCE "/examples/karabakh",
                                         ANNALS_SOURCE "/tests/data/feeds"));

}  // namespace
}  // namespace annals
