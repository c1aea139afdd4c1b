#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "csv/bundle_writer.hpp"
#include "http/server.hpp"
#include "service/import_file.hpp"
#include "stack/front.hpp"
#include "support/database.hpp"
#include "support/large_bundle.hpp"
#include "support/process.hpp"
#include "support/wire.hpp"

namespace annals {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using test::Wire;

TEST(TimeLimits, NoConnectionOutlivesTheFrontsWorkersTwice) {
  auto const folder = std::filesystem::path("/tmp/annals-front-" + std::to_string(getpid()));
  auto const port = test::free_port();
  {
    stack::Front front({folder,
                        "",
                        folder / "no.sock",
                        "127.0.0.1:" + std::to_string(port),
                        {},
                        {},
                        std::chrono::seconds(2)});
    Wire body(port);
    ASSERT_TRUE(body.say("POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n"));
    auto const begun = steady_clock::now();
    while (!body.is_closed() && steady_clock::now() - begun < std::chrono::seconds(8)) {
      front.renew_workers();
      static_cast<void>(body.say("x"));
      static_cast<void>(body.hear(milliseconds(0)));
      EXPECT_NE(test::http_get(port, "/").status, 0) << "others are answered all the while";
      std::this_thread::sleep_for(milliseconds(100));
    }
    auto const lived = steady_clock::now() - begun;
    EXPECT_GT(lived, milliseconds(1900));
    EXPECT_LT(lived, milliseconds(5500));
  }
  std::filesystem::remove_all(folder);
}

class AnswerPatience : public testing::Test {
 protected:
  AnswerPatience()
      : pool_(database_.access(), db::Pool::Limits{1, 1, milliseconds(50)}),
        service_(pool_),
        server_(service_, {socket_, 80}, patience) {
    test::write_large_bundle(bundle_.path(), 300, 10000);  // 3 MB as an answer: more than the kernel holds
    static_cast<void>(service::import_bundle(database_.pool(), bundle_.path(), "d"));
    server_.start();
  }
  ~AnswerPatience() override { unlink(socket_.c_str()); }

  std::unique_ptr<Wire> asking(std::string const& target) {
    auto wire = std::make_unique<Wire>(std::filesystem::path(socket_));
    EXPECT_TRUE(wire->say("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    return wire;
  }
  /// Whether the one connection to the database is free.
  bool answers_others() {
    return asking("/v1/datasets")->hear(milliseconds(500)).starts_with("HTTP/1.1 200");
  }
  static bool is_whole(std::string const& answer) { return answer.ends_with("0\r\n\r\n"); }

  static constexpr milliseconds patience{3000};
  std::string socket_ = "/tmp/annals-answer-" + std::to_string(getpid()) + ".sock";
  csv::TemporaryFolder bundle_;
  test::TestDatabase database_;
  db::Pool pool_;
  http::Service service_;
  http::Server server_;
};

TEST_F(AnswerPatience, WhoReadsAtOnceGetsAll) {
  auto const wire = asking("/v1/events.ndjson");
  EXPECT_TRUE(is_whole(wire->hear(patience / 2)));
  EXPECT_TRUE(answers_others());
}

TEST_F(AnswerPatience, WhoDoesNotReadIsCutAndTheSnapshotFreed) {
  auto const wire = asking("/v1/events.ndjson");
  std::this_thread::sleep_for(patience / 4);
  EXPECT_FALSE(answers_others()) << "the answer holds the only connection";
  std::this_thread::sleep_for(patience * 3 / 2);
  EXPECT_TRUE(answers_others());
  EXPECT_FALSE(is_whole(wire->hear(milliseconds(100))));
  EXPECT_TRUE(wire->is_closed());
}

TEST_F(AnswerPatience, WhoReadsSlowlyWithoutEndIsCutToo) {
  auto const wire = asking("/v1/events.ndjson");
  std::string read;
  auto const begun = steady_clock::now();
  while (!wire->is_closed() && steady_clock::now() - begun < patience * 5) {
    read += wire->sip(20000);
    std::this_thread::sleep_for(milliseconds(40));
  }
  EXPECT_TRUE(wire->is_closed());
  EXPECT_FALSE(is_whole(read));
  EXPECT_TRUE(answers_others());
}

}  // namespace
}  // namespace annals
