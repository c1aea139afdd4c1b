#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "support/effort.hpp"
#include "support/importing.hpp"
#include "support/large_bundle.hpp"
#include "support/process.hpp"
#include "support/wire.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;
using std::chrono::milliseconds;

constexpr int events_sent = 8000;  // their import takes long enough to be killed in the middle

/// Files that are sent to the program as a user runs it.
class ImportStack : public testing::Test {
 protected:
  ImportStack() : service_("/tmp/annals-import-" + std::to_string(getpid())) {}
  void SetUp() override {
    ASSERT_TRUE(service_.start()) << service_.log();
    key_ = service_.run({"key", "create"});
  }

  [[nodiscard]] std::string authorization() const { return "Authorization: Bearer " + key_ + "\r\n"; }
  [[nodiscard]] static std::string head(std::string const& dataset, std::string const& headers) {
    return "POST /v1/datasets/" + dataset + "/imports HTTP/1.1\r\nHost: localhost\r\n" + headers +
           "Content-Type: application/zip\r\n";
  }
  static std::string length(std::size_t bytes) {
    return "Content-Length: " + std::to_string(bytes) + "\r\n\r\n";
  }
  test::RawAnswer post(std::string const& dataset, std::string const& file) const {
    return test::send_raw(service_.port(), head(dataset, authorization()) + length(file.size()) + file);
  }
  /// Again while the database starts anew, as a good client does.
  test::RawAnswer post_patiently(std::string const& dataset, std::string const& file) const {
    auto answer = post(dataset, file);
    for (int attempt = 0; attempt < 100 && answer.status == 503; ++attempt) {
      std::this_thread::sleep_for(milliseconds(100));
      answer = post(dataset, file);
    }
    return answer;
  }
  test::RawAnswer get(std::string const& target) const {
    return test::send_raw(service_.port(), "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" +
                                               authorization() + "Connection: close\r\n\r\n");
  }
  /// The batch when it has ended: what was killed is being started again.
  Json ended(std::string const& dataset, int number = 1) const {
    test::RawAnswer answer;
    for (int attempt = 0; attempt < 600; ++attempt) {
      answer = get("/v1/datasets/" + dataset + "/imports/" + std::to_string(number));
      auto const batch = Json::parse(answer.body, nullptr, false);
      if (answer.status == 200 && batch["state"] != "queued" && batch["state"] != "running") return batch;
      std::this_thread::sleep_for(milliseconds(100));
    }
    ADD_FAILURE() << "it does not end: " << answer.status << ' ' << answer.body;
    return {};
  }
  [[nodiscard]] int spooled() const {
    auto const folder = service_.folder() / "data/uploads";
    auto const all = std::filesystem::directory_iterator(folder);
    return static_cast<int>(std::distance(begin(all), end(all)));
  }
  void expect_nothing_is_spooled() const {
    for (int attempt = 0; attempt < 200 && spooled() > 0; ++attempt)
      std::this_thread::sleep_for(milliseconds(20));
    EXPECT_EQ(spooled(), 0);
  }
  std::string large_bundle(int events) {
    test::write_large_bundle(service_.folder() / "bundle", events);
    return test::zip_of_folder(service_.folder() / "bundle");
  }

  test::RunningService service_;
  std::string key_;
};

TEST_F(ImportStack, IsDoneOrFailedWhateverIsKilled) {
  std::mt19937 random(test::random_seed());
  auto const file = large_bundle(events_sent);
  int done = 0, failed = 0;
  for (int i = 0; i < test::rounds(50, 5); ++i) {
    auto const dataset = "d" + std::to_string(i);
    auto const posted = post_patiently(dataset, file);
    ASSERT_EQ(posted.status, 202) << posted.body;
    std::this_thread::sleep_for(milliseconds(std::uniform_int_distribution(0, 4000)(random)));
    if (i % 4 == 3) {
      kill(service_.postgres(), SIGKILL);
    } else {
      service_.process().signal(SIGKILL);
      service_.process().wait();
      ASSERT_TRUE(service_.start()) << service_.log();
      EXPECT_EQ(spooled(), 0);
    }
    auto const batch = ended(dataset);
    auto const events =
        test::http_get_patiently(service_.port(), "/v1/datasets/" + dataset + "/events?total=true&limit=1");
    if (batch["state"] == "done") {
      ++done;
      EXPECT_EQ(Json::parse(events.body)["total"], events_sent) << events.status << ' ' << events.body;
      continue;
    }
    ++failed;
    EXPECT_EQ(batch["state"], "failed");
    EXPECT_EQ(events.status, 404) << batch;
    if (i % 4 != 3) {
      EXPECT_EQ(batch["problem"], "interrupted");
    }
  }
  std::cout << done << " done, " << failed << " failed\n";
}

TEST_F(ImportStack, OfAFileThatIsCutIsNone) {
  std::mt19937 random(test::random_seed());
  EXPECT_EQ(post("d", large_bundle(10)).status, 202);
  EXPECT_EQ(ended("d")["inserted"], 21);
  auto const before = get("/v1/datasets/d/bundle.zip").body;
  auto const file = large_bundle(2000);
  for (int i = 0; i < test::rounds(50, 10); ++i) {
    bool const chunked = i % 2 == 1;
    auto const offset = std::uniform_int_distribution<std::size_t>(0, file.size() - 1)(random);
    {
      test::Wire const wire(service_.port());
      auto text = head("d", authorization());
      if (chunked) {
        std::ostringstream size;
        size << std::hex << file.size();
        text += "Transfer-Encoding: chunked\r\n\r\n" + size.str() + "\r\n";
      } else {
        text += length(file.size());
      }
      ASSERT_TRUE(wire.say(text + file.substr(0, offset)));
      if (i % 3 == 0) std::this_thread::sleep_for(milliseconds(20));
    }
    expect_nothing_is_spooled();
    EXPECT_EQ(get("/v1/datasets/d/imports/2").status, 404);
  }
  EXPECT_TRUE(get("/v1/datasets/d/bundle.zip").body == before);
  EXPECT_EQ(post("d", file).status, 202);
  EXPECT_EQ(ended("d", 2)["inserted"], 4001 - 21);
  expect_nothing_is_spooled();
}

/// A byte now and then is dropped after a minute, nothing at all after ten seconds.
TEST_F(ImportStack, ThatComesSlowlyIsDroppedAndHoldsUpNobody) {
  bool const drips_on = test::is_long();
  auto const file = large_bundle(1000);
  std::vector<std::unique_ptr<test::Wire>> slow;
  for (int i = 0; i < 4; ++i) {
    slow.push_back(std::make_unique<test::Wire>(service_.port()));
    ASSERT_TRUE(slow.back()->say(head("slow", authorization()) + length(file.size()) + file.substr(0, 100)));
  }
  auto const drip = [&] {
    for (auto const& wire : slow) static_cast<void>(wire->say("x"));
    std::this_thread::sleep_for(milliseconds(200));
  };
  for (int i = 0; i < 20 && spooled() < 4; ++i) drip();
  EXPECT_EQ(spooled(), 4);
  auto const begun = std::chrono::steady_clock::now();
  EXPECT_EQ(post("d", file).status, 202);
  EXPECT_EQ(ended("d")["state"], "done");
  for (int i = 0; i < 10; ++i) {
    drip();
    EXPECT_EQ(get("/v1/datasets/d/events").status, 200);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(8)) << "two of them dripping";
  for (int i = 0; drips_on && i < 400 && spooled() > 0; ++i) drip();
  for (auto const& wire : slow) {
    auto const answer = wire->hear(std::chrono::seconds(15));
    EXPECT_TRUE(wire->is_closed());
    EXPECT_EQ(answer.find("HTTP/1.1 2"), std::string::npos) << answer;
    if (drips_on) {
      EXPECT_NE(answer.find("/problems/too-slow"), std::string::npos) << answer;
    }
  }
  EXPECT_EQ(get("/v1/datasets/slow/imports/1").status, 404);
  expect_nothing_is_spooled();
}

TEST_F(ImportStack, ComesInChunksAndLargerThanOtherBodies) {
  std::mt19937 random(1);
  std::ofstream noise((std::filesystem::create_directories(service_.folder() / "bundle"),
                       service_.folder() / "bundle/README.md"));
  for (int i = 0; i < 3'000'000; ++i) noise << static_cast<char>('a' + random() % 26);
  noise.close();
  auto const file = large_bundle(1000);
  ASSERT_GT(file.size(), std::size_t{1} << 20) << "other bodies may have less";
  std::ostringstream size;
  size << std::hex << file.size();
  auto const answer =
      test::send_raw(service_.port(), head("d", authorization()) + "Transfer-Encoding: chunked\r\n\r\n" +
                                          size.str() + "\r\n" + file + "\r\n0\r\n\r\n");
  EXPECT_EQ(answer.status, 202) << answer.body;
  EXPECT_EQ(ended("d")["inserted"], 2001);
  EXPECT_NE(service_.log().find("\"status\":202"), std::string::npos);
}

TEST_F(ImportStack, IsRefusedBeforeTheFileIsThere) {
  auto const large =
      test::send_raw(service_.port(), head("d", authorization()) + length(std::size_t{3} << 30));
  EXPECT_EQ(large.status, 413);
  EXPECT_NE(large.body.find("/problems/too-large"), std::string::npos);
  std::string const next = "GET /v1/datasets HTTP/1.1\r\nHost: localhost\r\n\r\n";
  for (auto const& [headers, status] :
       std::map<std::string, int>{{"", 401}, {"Authorization: Bearer annals_none\r\n", 401}}) {
    auto const answer =
        test::send_raw(service_.port(), head("d", headers) + length(100'000'000), next, 10'000'000);
    EXPECT_EQ(answer.status, status) << answer.body;
    EXPECT_NE(answer.body.find("/problems/unauthorised"), std::string::npos);
    EXPECT_EQ(answer.body.find("HTTP/1.1"), std::string::npos) << "nothing of the body runs";
  }
  EXPECT_EQ(service_.log().find("GET /v1/datasets HTTP"), std::string::npos);
  expect_nothing_is_spooled();
}

TEST_F(ImportStack, OfOneThatRunsIsCancelled) {
  ASSERT_EQ(post("d", large_bundle(200000)).status, 202);
  for (int attempt = 0; attempt < 300; ++attempt) {
    if (get("/v1/datasets/d/imports/1").body.find("\"running\"") != std::string::npos) break;
    std::this_thread::sleep_for(milliseconds(10));
  }
  std::this_thread::sleep_for(milliseconds(1500));
  auto const begun = std::chrono::steady_clock::now();
  auto const cancelled =
      test::http_send(service_.port(), "DELETE", "/v1/datasets/d/imports/1", authorization(), "");
  EXPECT_EQ(cancelled.status, 202) << cancelled.body;
  EXPECT_EQ(ended("d")["state"], "cancelled");
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(3));
  EXPECT_EQ(get("/v1/datasets/d").status, 404);
  expect_nothing_is_spooled();
}

}  // namespace
}  // namespace annals
