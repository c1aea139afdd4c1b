#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "support/process.hpp"

namespace annals {
namespace {

namespace fs = std::filesystem;

/// The blocks of a page of the documentation, run as a reader runs them, against a service with the reference
/// case.
class Cookbook : public testing::Test {
 protected:
  Cookbook() : service_("/tmp/annals-cookbook-" + std::to_string(getpid())) {}
  void SetUp() override {
    ASSERT_TRUE(service_.start()) << service_.log();
    service_.run({"import", ANNALS_EXAMPLES "/karabakh"});
    setenv("ANNALS", ("http://127.0.0.1:" + std::to_string(service_.port())).c_str(), 1);
    setenv("KEY", service_.run({"key", "create"}).c_str(), 1);
    auto const programs = service_.folder() / "programs";
    fs::create_directory(programs);
    // The reader's data lies where `annals` looks for it by itself; the test's does not.
    std::ofstream(programs / "annals") << "#!/bin/sh\nexec '" ANNALS_PROGRAM "' \"$@\" --data '"
                                       << (service_.folder() / "data").string() << "'\n";
    fs::permissions(programs / "annals", fs::perms::owner_all);
    setenv("PATH", (programs.string() + ":" + std::getenv("PATH")).c_str(), 1);
  }

  /// Says which blocks failed or were skipped.
  void expect_runs(std::string const& page) const {
    auto const kitchen = service_.folder() / "kitchen";
    fs::create_directory(kitchen);
    fs::copy(ANNALS_SOURCE "/tests/data/ucdp/ged-sample1000.csv", kitchen);
    std::string const runner = ANNALS_SOURCE "/tests/stack/run_blocks.py";
    test::Process process({"/usr/bin/env", "-C", kitchen, "python3", runner, ANNALS_SOURCE "/docs/" + page},
                          service_.folder() / "blocks.out", service_.folder() / "blocks.log");
    EXPECT_EQ(process.wait(), 0) << test::read_file(service_.folder() / "blocks.log");
    std::cout << test::read_file(service_.folder() / "blocks.out");
  }

  test::RunningService service_;
};

TEST_F(Cookbook, DoesWhatItSays) { expect_runs("cookbook.md"); }

TEST_F(Cookbook, OfImportsDoesWhatItSays) { expect_runs("import.md"); }

}  // namespace
}  // namespace annals
