#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "support/effort.hpp"
#include "support/large_bundle.hpp"
#include "support/process.hpp"

namespace annals {
namespace {

constexpr int events_of_bundle = 20000;  // their import takes long enough to be killed in the middle

TEST(Kill, LeavesAWholeBundleOrNoneAndTheNextStartNeedsNoHand) {
  std::mt19937 random(test::random_seed());
  test::RunningService service("/tmp/annals-kill-" + std::to_string(getpid()));
  auto const bundle = service.folder() / "bundle";
  test::write_large_bundle(bundle, events_of_bundle);
  ASSERT_TRUE(service.start()) << service.log();
  int whole = 0, none = 0;
  for (int i = 0; i < test::rounds(20, 3); ++i) {
    auto const dataset = "d" + std::to_string(i);
    test::Process import(
        {ANNALS_PROGRAM, "import", "--data", service.folder() / "data", "--dataset", dataset, bundle},
        service.folder() / "import.out", service.folder() / "import.log");
    std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution(50, 2500)(random)));
    auto const victim = i % 3;
    if (victim == 0) service.process().signal(SIGKILL);
    if (victim == 1) kill(service.postgres(), SIGKILL);
    if (victim == 2) kill(service.nginx(), SIGKILL);
    if (victim == 0) {
      service.process().wait();
      ASSERT_TRUE(service.start()) << service.log();
    }
    int const code = import.wait();
    auto const path = "/v1/datasets/" + dataset;
    auto const events = test::http_get_patiently(service.port(), path + "/events?total=true&limit=1");
    if (events.status == 404) {
      ++none;
      EXPECT_NE(code, 0) << "an import that was acknowledged is lost";
    } else {
      ++whole;
      auto const claims = test::http_get_patiently(service.port(), path + "/claims?total=true&limit=1");
      EXPECT_EQ(nlohmann::json::parse(events.body)["total"], events_of_bundle);
      EXPECT_EQ(nlohmann::json::parse(claims.body)["total"], events_of_bundle);
    }
  }
  std::cout << whole << " whole, " << none << " not at all\n";
}

}  // namespace
}  // namespace annals
