#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "support/process.hpp"

namespace annals {
namespace {

constexpr int events_of_bundle = 20000;

/// A bundle whose import takes long enough to be killed in the middle.
void write_bundle(std::filesystem::path const& folder) {
  std::filesystem::create_directories(folder);
  std::ofstream events(folder / "events.csv"), sources(folder / "sources.csv"), claims(folder / "claims.csv");
  events << "key,title,type,status,date\n";
  sources << "key,kind,title,published\ns,news,A source,2020-01-01\n";
  claims << "key,event,source,stance\n";
  for (int i = 0; i < events_of_bundle; ++i) {
    events << 'e' << i << ",Event " << i << ",talks,occurred,2020-" << (i % 12 < 9 ? "0" : "") << i % 12 + 1
           << '\n';
    claims << 'c' << i << ",e" << i << ",s,asserts\n";
  }
}

/// Asks until it is told: what was killed is being started again.
test::RawAnswer answered(int port, std::string const& target) {
  test::RawAnswer answer;
  for (int attempt = 0; attempt < 300; ++attempt) {
    answer = test::http_get(port, target);
    if (answer.status == 200 || answer.status == 404) return answer;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  ADD_FAILURE() << target << " is not answered: " << answer.status << ' ' << answer.body;
  return answer;
}

TEST(Kill, LeavesAWholeBundleOrNoneAndTheNextStartNeedsNoHand) {
  bool const all = std::getenv("ANNALS_TEST_LONG") != nullptr;
  auto const seed = std::random_device()();
  std::cout << "random seed " << seed << '\n';
  std::mt19937 random(seed);
  test::RunningService service("/tmp/annals-kill-" + std::to_string(getpid()));
  auto const bundle = service.folder() / "bundle";
  write_bundle(bundle);
  ASSERT_TRUE(service.start()) << service.log();
  int whole = 0, none = 0;
  for (int i = 0; i < (all ? 20 : 3); ++i) {
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
    auto const events = answered(service.port(), path + "/events?total=true&limit=1");
    if (events.status == 404) {
      ++none;
      EXPECT_NE(code, 0) << "an import that was acknowledged is lost";
    } else {
      ++whole;
      auto const claims = answered(service.port(), path + "/claims?total=true&limit=1");
      EXPECT_EQ(nlohmann::json::parse(events.body)["total"], events_of_bundle);
      EXPECT_EQ(nlohmann::json::parse(claims.body)["total"], events_of_bundle);
    }
  }
  std::cout << whole << " whole, " << none << " not at all\n";
}

}  // namespace
}  // namespace annals
