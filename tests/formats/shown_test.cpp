#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "support/process.hpp"

namespace annals {
namespace {

/// What a reader sees who follows docs/embed.md, from the service's addresses as they stand. Keeps the
/// pictures.
TEST(Shown, InProgramsThatOthersWrote) {
  test::RunningService service("/tmp/annals-shown-" + std::to_string(getpid()));
  ASSERT_TRUE(service.start()) << service.log();
  service.run({"import", ANNALS_SOURCE "/examples/karabakh"});
  auto const errors = service.folder() / "errors";
  test::Process process(
      {"/usr/bin/env", "node", ANNALS_SOURCE "/web/check_shown.mjs", ANNALS_SOURCE "/docs/embed.md",
       "http://127.0.0.1:" + std::to_string(service.port()), ANNALS_SOURCE "/build/pages/shown"},
      service.folder() / "out", errors);
  EXPECT_EQ(process.wait(), 0) << test::read_file(errors);
}

}  // namespace
}  // namespace annals
