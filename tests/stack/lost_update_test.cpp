#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "db/key_store.hpp"
#include "support/database.hpp"
#include "support/effort.hpp"
#include "support/process.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;

constexpr int clients = 32;
constexpr char const* event = "/v1/datasets/d/events/e";

struct Tally {
  std::atomic<int> stale = 0;
  std::atomic<int> busy = 0;
};

/// Reads the event, adds one to its counter and writes it, until that was accepted so many times. Who comes
/// too late tries again after a while, as a good client does: the others then get on.
void count_up(int port, std::string const& key, Tally& tally) {
  std::minstd_rand random(std::random_device{}());
  std::uniform_int_distribution wait(0, 100);
  for (int round = 0; round < test::rounds(200, 20);) {
    auto const read = test::http_get(port, event);
    if (read.status == 503) ++tally.busy;
    if (read.status == 503) continue;
    ASSERT_EQ(read.status, 200) << read.body;
    int const count = Json::parse(read.body)["attributes"].value("count", 0);
    auto const written =
        test::http_send(port, "PATCH", event,
                        "Authorization: Bearer " + key + "\r\nIf-Match: " + read.header("ETag") + "\r\n",
                        Json{{"attributes", {{"count", count + 1}}}}.dump());
    if (written.status == 200) ++round;
    if (written.status == 412) {
      ++tally.stale;
      std::this_thread::sleep_for(std::chrono::milliseconds(wait(random)));
    }
    if (written.status == 503) ++tally.busy;
    ASSERT_TRUE(written.status == 200 || written.status == 412 || written.status == 503)
        << written.status << ' ' << written.body;
  }
}

class LostUpdate : public testing::Test {
 protected:
  LostUpdate() {
    database_.pool().in_transaction(db::Access::write, [&](db::Transaction& transaction) {
      key_ = db::create_key(transaction, "tests");
    });
  }

  [[nodiscard]] std::unique_ptr<test::RunningService> service(std::string const& name,
                                                              std::vector<std::string> options) const {
    options.insert(options.end(), {"--database", database_.url()});
    auto running =
        std::make_unique<test::RunningService>("/tmp/annals-update-" + std::to_string(getpid()) + name);
    EXPECT_TRUE(running->start(options)) << running->log();
    return running;
  }

  void put(int port, std::string const& target, std::string const& body) const {
    auto const made = test::http_send(port, "PUT", target, "Authorization: Bearer " + key_ + "\r\n", body);
    EXPECT_EQ(made.status, 201) << made.body;
  }

  /// The clients share the services out among them.
  void expect_no_loss(std::vector<test::RunningService const*> const& services) const {
    put(services.front()->port(), "/v1/datasets/d", R"({"title": "D"})");
    put(services.front()->port(), event, R"({"title": "E", "type": "talks", "status": "occurred"})");
    Tally tally;
    auto const begun = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (std::size_t client = 0; client < clients; ++client) {
      threads.emplace_back(
          [&, port = services[client % services.size()]->port()] { count_up(port, key_, tally); });
    }
    for (auto& thread : threads) thread.join();
    std::chrono::duration<double> const taken = std::chrono::steady_clock::now() - begun;
    for (auto const* service : services) {
      auto const read = Json::parse(test::http_get(service->port(), event).body);
      EXPECT_EQ(read["attributes"]["count"], clients * test::rounds(200, 20));
      EXPECT_EQ(read["version"], 1 + clients * test::rounds(200, 20));
    }
    std::cout << clients * test::rounds(200, 20) << " writes in " << taken.count() << " s; " << tally.stale
              << " came too late, " << tally.busy << " found the service busy\n";
  }

  test::TestDatabase database_;
  std::string key_;
};

TEST_F(LostUpdate, DoesNotHappenAmongManyClientsOfOneEvent) {
  auto const one = service("", {});
  expect_no_loss({one.get()});
}

TEST_F(LostUpdate, DoesNotHappenAmongTwoServicesOnOneDatabase) {
  auto const one = service("-1", {"--front", "none"});
  auto const other = service("-2", {"--front", "none"});
  expect_no_loss({one.get(), other.get()});
}

}  // namespace
}  // namespace annals
