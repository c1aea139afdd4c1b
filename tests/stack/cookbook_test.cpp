#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>

#include "support/process.hpp"

namespace annals {
namespace {

class Cookbook : public testing::Test {
 protected:
  Cookbook() : service_("/tmp/annals-cookbook-" + std::to_string(getpid())) {}
  void SetUp() override {
    ASSERT_TRUE(service_.start()) << service_.log();
    service_.run({"import", ANNALS_EXAMPLES "/karabakh"});
  }
  test::RunningService service_;
};

TEST_F(Cookbook, DoesWhatItSays) {
  auto const folder = service_.folder() / "recipes";
  std::filesystem::create_directory(folder);
  test::Process process(
      {"/usr/bin/env", "ANNALS=http://127.0.0.1:" + std::to_string(service_.port()),
       "KEY=" + service_.run({"key", "create"}), "python3", ANNALS_SOURCE "/tests/stack/run_blocks.py",
       ANNALS_SOURCE "/docs/cookbook.md", folder},
      service_.folder() / "out", service_.folder() / "errors");
  EXPECT_EQ(process.wait(), 0) << test::read_file(service_.folder() / "errors");
  std::cout << test::read_file(service_.folder() / "out");
}

}  // namespace
}  // namespace annals
