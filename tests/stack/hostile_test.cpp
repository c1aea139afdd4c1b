#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <future>
#include <nlohmann/json.hpp>
#include <thread>

#include "db/connection.hpp"
#include "stack/hostile_requests.hpp"
#include "stack/hostile_rows.hpp"
#include "stack/private_postgres.hpp"
#include "support/process.hpp"
#include "support/wire.hpp"

namespace annals {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using test::HostileRow;
using test::Wire;

std::size_t resident_kilobytes(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return std::stoul(line.substr(6));
  }
  return 0;
}

class Hostile : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    service_ = std::make_unique<test::RunningService>("/tmp/annals-hostile-" + std::to_string(getpid()));
    ASSERT_TRUE(service_->start()) << service_->log();
    auto const data = (service_->folder() / "data").string();
    service_->run({"import", ANNALS_EXAMPLES "/karabakh"});
    key_ = service_->run({"key", "create"});
    other_key_ = service_->run({"key", "create"});
    reader_key_ = service_->run({"key", "create"});
    database_ = std::make_unique<db::Connection>(stack::private_conninfo(data, "annals_admin", "annals"));
    {
      db::Transaction transaction(*database_, db::Access::write, db::View{});
      transaction.run(
          "update annals.service_key set role = 'reader' "
          "where id = (select max(id) from annals.service_key)");
      transaction.commit();
    }
    for (auto const& request : test::hostile_ground(key_)) ASSERT_EQ(ask(request).status, 201) << request;
    static_cast<void>(test::http_get(service_->port(), "/v1/timeline"));
  }
  static void TearDownTestSuite() {
    database_.reset();
    service_.reset();
  }

  static test::RawAnswer ask(std::string const& request) { return test::send_raw(service_->port(), request); }

  /// Of everything that is stored.
  static std::string digest() {
    db::Transaction transaction(*database_, db::Access::read, db::View{});
    std::string all;
    for (auto const row :
         transaction.run("select c.relname::text as name from pg_class c "
                         "where c.relnamespace = 'annals'::regnamespace and c.relkind = 'r' order by 1")) {
      auto const name = std::string(row.text("name"));
      auto const rows = transaction.run(
          "select coalesce(md5(string_agg(t::text, '' order by t::text)), '') as digest "
          "from annals." +
          name + " t");
      all += name + std::string(rows[0].text("digest"));
    }
    return all;
  }

  static bool answers_others_at_once() {
    for (int attempt = 0; attempt < 3; ++attempt) {
      auto const begun = steady_clock::now();
      bool const good = test::http_get(service_->port(), "/healthz").status == 200;
      if (good && steady_clock::now() - begun < milliseconds(100)) return true;
    }
    return false;
  }

  static void run(std::vector<HostileRow> const& rows) {
    auto before = digest();
    [[maybe_unused]] auto const idle = resident_kilobytes(service_->process().pid());
    for (auto const& row : rows) {
      SCOPED_TRACE(row.name);
      auto const answer = test::send_raw(service_->port(), row.bytes, row.repeat, row.repeat_bytes);
      EXPECT_TRUE(row.statuses.contains(answer.status)) << answer.status << ' ' << answer.body.substr(0, 300);
      if (answer.status >= 400) check_problem(row, answer);
      EXPECT_EQ(answer.header("Set-Cookie"), "");
      EXPECT_TRUE(answers_others_at_once());
      if (row.shown.empty()) {
        EXPECT_EQ(digest(), before);
      } else {
        EXPECT_NE(digest(), before);
        for (auto const& shown : row.shown) check_shown(shown);
        auto const undone = ask(row.undo);
        EXPECT_TRUE(undone.status == 200 || undone.status == 204) << undone.body;
        before = digest();
      }
    }
#ifndef ANNALS_SANITIZED  // which keeps what is freed
    EXPECT_LE(resident_kilobytes(service_->process().pid()), idle + 32 * 1024);
#endif
    auto const log = service_->log();
    for (auto const* state : {"\"sqlstate\":\"22", "\"sqlstate\":\"42", "\"sqlstate\":\"XX"})
      EXPECT_EQ(log.find(state), std::string::npos) << log.substr(log.find(state), 400);
  }

  static void check_shown(test::Shown const& shown) {
    SCOPED_TRACE(shown.target);
    auto const answer = test::http_get(service_->port(), shown.target);
    EXPECT_EQ(answer.status, 200);
    auto const all = answer.head + answer.body;
    EXPECT_NE(all.find(shown.text), std::string::npos) << shown.text << "\n" << all;
    if (shown.never.empty()) return;
    EXPECT_EQ(all.find(shown.never), std::string::npos) << all;
  }

  static void check_problem(HostileRow const& row, test::RawAnswer const& answer) {
    EXPECT_EQ(answer.header("Content-Type"), "application/problem+json");
    auto const problem = nlohmann::json::parse(answer.body, nullptr, false);
    ASSERT_TRUE(problem.is_object()) << answer.body;
    EXPECT_EQ(problem["status"], answer.status);
    if (!row.type.empty()) {
      EXPECT_EQ(problem["type"], "/problems/" + row.type);
    }
    if (row.field.empty() && row.position < 0) return;
    ASSERT_TRUE(problem.contains("errors")) << answer.body;
    EXPECT_EQ(problem["errors"][0]["field"], row.field) << answer.body;
    if (row.position >= 0) {
      EXPECT_EQ(problem["errors"][0]["position"], row.position) << answer.body;
    }
  }

  static std::unique_ptr<test::RunningService> service_;
  static std::unique_ptr<db::Connection> database_;
  static std::string key_, other_key_, reader_key_;
};
std::unique_ptr<test::RunningService> Hostile::service_;
std::unique_ptr<db::Connection> Hostile::database_;
std::string Hostile::key_, Hostile::other_key_, Hostile::reader_key_;

TEST_F(Hostile, FramingIsAnsweredAsWritten) { run(test::hostile_framing(key_)); }
TEST_F(Hostile, DatesAreAnsweredAsWritten) { run(test::hostile_dates()); }
TEST_F(Hostile, PlacesAndQueriesAreAnsweredAsWritten) { run(test::hostile_queries()); }
TEST_F(Hostile, JsonIsAnsweredAsWritten) { run(test::hostile_json(key_)); }
TEST_F(Hostile, TextIsAnsweredAsWritten) { run(test::hostile_texts(key_)); }
TEST_F(Hostile, TextIsTextInEveryFormat) { run(test::hostile_outputs(key_)); }
TEST_F(Hostile, WrittenDatesAndPointsAreAnsweredAsWritten) { run(test::hostile_values(key_)); }
TEST_F(Hostile, WritesAreAnsweredAsWritten) { run(test::hostile_writes(key_, other_key_)); }

TEST_F(Hostile, ABodyBehindARefusalIsNotRun) {
  std::string const smuggled = "GET /v1/events?limit=1 HTTP/1.1\r\nHost: localhost\r\n\r\n";
  for (std::string const& head :
       {"POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(smuggled.size()) +
            "\r\n\r\n",
        "OPTIONS /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: " +
            std::to_string(smuggled.size()) + "\r\n\r\n",
        "PUT /v1/datasets/hostile/events/e HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
            reader_key_ + "\r\nContent-Length: " + std::to_string(smuggled.size()) + "\r\n\r\n",
        "PUT /v1/datasets/hostile/events/e HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key_ +
            "\r\nContent-Length: 2000000\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(smuggled.size()) +
            "\r\n\r\n"}) {
    Wire wire(service_->port());
    ASSERT_TRUE(wire.say(head));
    std::this_thread::sleep_for(milliseconds(50));
    static_cast<void>(wire.say(smuggled));
    auto const heard = wire.hear(milliseconds(700));
    EXPECT_EQ(heard.find("\"items\""), std::string::npos) << head;
    std::size_t answers = 0;
    for (auto at = heard.find("HTTP/1.1 "); at != std::string::npos; at = heard.find("HTTP/1.1 ", at + 1))
      ++answers;
    EXPECT_EQ(answers, 1U) << head << heard;
  }
}

/// A10: the first is held up by the dataset's lock, which the test has.
TEST_F(Hostile, ARequestIsNotAnsweredTwiceAtOnce) {
  auto const post = test::Writer(key_).send(
      "POST", "/events", R"({"key":"twice","title":"A","type":"talks","status":"occurred"})",
      "Content-Type: application/json\r\nIdempotency-Key: two\r\n");
  std::future<test::RawAnswer> first;
  {
    db::Transaction transaction(*database_, db::Access::read, db::View{});
    transaction.run("select pg_advisory_xact_lock(hashtextextended('annals dataset hostile', 0))");
    first = std::async(std::launch::async, [&] { return ask(post); });
    auto const waiting = [&] {
      return transaction.run("select 1 as one from pg_locks where locktype = 'advisory' and not granted")
          .size();
    };
    for (int i = 0; i < 100 && waiting() == 0; ++i) std::this_thread::sleep_for(milliseconds(20));
    auto const second = ask(post);
    EXPECT_EQ(second.status, 409) << second.body;
    EXPECT_NE(second.body.find("/problems/in-progress"), std::string::npos) << second.body;
  }
  EXPECT_EQ(first.get().status, 201);
  EXPECT_EQ(ask(post).status, 201) << "the first answer again";
  EXPECT_EQ(ask(test::Writer(key_).remove("/events/twice")).status, 204);
}

TEST_F(Hostile, WhoIsSlowHarmsNobodyElse) {
  std::vector<std::unique_ptr<Wire>> silent;
  for (int i = 0; i < 60; ++i) {
    silent.push_back(std::make_unique<Wire>(service_->port()));
    static_cast<void>(silent.back()->say("GET /healthz HTTP/1.1\r\nHo"));
  }
  EXPECT_TRUE(answers_others_at_once());
  Wire dripping(service_->port()), body(service_->port());
  static_cast<void>(body.say("POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n"));
  bool const drips = dripping.say("GET /healthz HTTP/1.1\r\n");
  auto const begun = steady_clock::now();
  while (drips && steady_clock::now() - begun < std::chrono::seconds(15)) {
    if (!dripping.say("X") || dripping.hear(milliseconds(1)) != "" || dripping.is_closed()) break;
    std::this_thread::sleep_for(milliseconds(500));
  }
  EXPECT_LT(steady_clock::now() - begun, std::chrono::seconds(13)) << "one byte at a time is cut off";
  static_cast<void>(body.hear(milliseconds(3000)));
  EXPECT_TRUE(body.is_closed());
  EXPECT_TRUE(answers_others_at_once());
}

}  // namespace
}  // namespace annals
