#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "base/error.hpp"
#include "db/connection.hpp"
#include "stack/private_postgres.hpp"
#include "support/effort.hpp"
#include "support/process.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;
using std::chrono::milliseconds;

constexpr int writers = 4;
std::string const things = "/v1/datasets/d/";

/// What the service owes to a writer: an event as it was last acknowledged.
struct Owed {
  int version = 0;
  std::string title;
  bool deleted = false;
};

/// A client that repeats what was not answered until it knows what became of it. It alone writes its events.
class Writer {
 public:
  Writer(int port, std::string key, std::string name, unsigned seed)
      : port_(port), key_(std::move(key)), name_(std::move(name)), random_(seed) {}

  void write_until(std::atomic<bool> const& over) {
    while (!over) {
      int const choice = number(0, 9);
      if (choice < 4 || owed_.empty()) {
        create();
        continue;
      }
      auto& [event, owed] = *std::next(owed_.begin(), number(0, static_cast<int>(owed_.size()) - 1));
      if (owed.deleted) continue;
      choice < 9 ? change(event, owed) : remove(event, owed);
    }
  }
  [[nodiscard]] std::map<std::string, Owed> const& owed() const { return owed_; }
  [[nodiscard]] int repeated() const { return repeated_; }

 private:
  int number(int from, int to) { return std::uniform_int_distribution(from, to)(random_); }

  test::RawAnswer send(std::string const& method, std::string const& path, std::string const& headers,
                       std::string const& body) const {
    return test::http_send(port_, method, things + path, "Authorization: Bearer " + key_ + "\r\n" + headers,
                           body);
  }
  /// Not told what became of it: no answer, or one that says so.
  bool is_unknown(test::RawAnswer const& answer) {
    bool const unknown = answer.status == 0 || answer.status >= 500 || answer.status == 409;
    if (!unknown) return false;
    ++repeated_;
    std::this_thread::sleep_for(milliseconds(50));
    return true;
  }
  static std::string body(std::string const& event, std::string const& title) {
    Json const participants{{{"role", "initiator"}, {"actor", "a"}}, {{"role", "target"}, {"actor", "b"}}};
    return Json{{"key", event},         {"title", title},       {"type", "talks"},
                {"status", "occurred"}, {"date", "2024-04-17"}, {"participants", participants}}
        .dump();
  }

  void create() {
    auto const event = name_ + std::to_string(owed_.size());
    while (true) {
      auto const answer = send("POST", "events", "Idempotency-Key: " + event + "\r\n", body(event, "1"));
      if (is_unknown(answer)) continue;
      ASSERT_EQ(answer.status, 201) << answer.body;
      EXPECT_EQ(answer.header("ETag"), "\"1\"") << "a repeat gets the first answer";
      owed_[event] = {1, "1", false};
      return;
    }
  }
  void change(std::string const& event, Owed& owed) {
    auto const title = std::to_string(owed.version + 1);
    if (!told(event, "PUT", "events/" + event, owed, body(event, title))) return;
    owed = {owed.version + 1, title, false};
  }
  void remove(std::string const& event, Owed& owed) {
    if (told(event, "DELETE", "events/" + event + "?cascade=true", owed, ""))
      owed = {owed.version + 1, "", true};
  }
  /// Sends a change of what is owed until it is answered, or is seen to have happened all the same.
  bool told(std::string const& event, std::string const& method, std::string const& path, Owed const& owed,
            std::string const& sent) {
    while (true) {
      auto const answer = send(method, path, "If-Match: \"" + std::to_string(owed.version) + "\"\r\n", sent);
      if (answer.status == 200 || answer.status == 204) return true;
      if (is_unknown(answer)) continue;
      // It was done the time before, and only the answer was lost.
      EXPECT_EQ(answer.status, method == "PUT" ? 412 : 404) << answer.body;
      auto const seen = test::http_get_patiently(port_, things + "events/" + event);
      if (method == "DELETE") {
        EXPECT_EQ(seen.status, 404);
        return true;
      }
      EXPECT_EQ(Json::parse(seen.body)["version"], owed.version + 1);
      return true;
    }
  }

  int port_;
  std::string key_, name_;
  std::mt19937 random_;
  std::map<std::string, Owed> owed_;
  int repeated_ = 0;
};

/// Keeps a copy of the events by the changes alone, whatever is killed meanwhile.
class Copy {
 public:
  explicit Copy(int port) : port_(port) {}

  void follow_until(std::atomic<bool> const& over) {
    while (!over) {
      if (!take_page()) std::this_thread::sleep_for(milliseconds(50));
    }
    while (take_page()) {
    }
  }
  [[nodiscard]] std::map<std::string, Json> const& events() const { return events_; }

 private:
  /// False where there is nothing new, or no answer.
  bool take_page() {
    auto const answer = test::http_get(port_, next_);
    if (answer.status != 200) return false;
    auto const page = Json::parse(answer.body);
    for (auto const& item : page["items"]) {
      if (item["collection"] != "events") continue;
      std::string const event = item["key"];
      EXPECT_GT(item["version"], versions_[event]) << event << " goes back";
      versions_[event] = item["version"];
      if (item["deleted"]) {
        events_.erase(event);
      } else {
        events_[event] = item["thing"];
      }
    }
    next_ = page["next"];
    return !page["items"].empty();
  }

  int port_;
  std::string next_ = things + "changes?limit=50";
  std::map<std::string, int> versions_;
  std::map<std::string, Json> events_;
};

/// What is half there: parts without their version, versions without their change or with a gap before them,
/// and what refers to what is gone. By name, with how many there are.
std::map<std::string, std::int64_t> halves(std::filesystem::path const& data) {
  db::Connection connection(stack::private_conninfo(data, "annals_admin", "annals"));
  db::Transaction transaction(connection, db::Access::read, db::View{});
  std::map<std::string, std::int64_t> found;
  for (auto const& [name, from] : std::map<std::string, std::string>{
           {"participants without a version",
            "annals.event_participant p where not exists (select from annals.event e where e.dataset_id = "
            "p.dataset_id "
            "and e.id = p.event_id and e.since = p.since)"},
           {"events without their participants",
            "annals.event e where e.until is null and 2 <> (select count(*) from annals.event_participant p "
            "where p.dataset_id = e.dataset_id and p.event_id = e.id and p.until is null)"},
           {"versions without their change",
            "annals.event e where not exists (select from annals.change c where c.dataset_id = e.dataset_id "
            "and c.id = e.change_id)"},
           {"versions with a gap",
            "(select from annals.event group by dataset_id, id having max(version) <> count(*)) g"},
           {"keys that hold twice",
            "(select from annals.event where until is null group by key having count(*) > 1) g"},
       }) {
    found[name] = transaction.run("select count(*) as n from " + from)[0].integer("n");
  }
  return found;
}

/// Once the server that was killed is there again.
std::map<std::string, std::int64_t> halves_patiently(std::filesystem::path const& data) {
  for (int attempt = 0;; ++attempt) {
    try {
      return halves(data);
    } catch (Error const& error) {
      if (attempt == 300) return {{error.what(), -1}};
      std::this_thread::sleep_for(milliseconds(100));
    }
  }
}

/// A process of the server that serves the service's writes; 0 where there is none.
pid_t writing_backend(pid_t postmaster) {
  for (auto const& entry : std::filesystem::directory_iterator("/proc")) {
    auto const name = entry.path().filename().string();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    auto const parent = "PPid:\t" + std::to_string(postmaster) + "\n";
    if (test::read_file(entry.path() / "status").find(parent) == std::string::npos) continue;
    if (test::read_file(entry.path() / "cmdline").find("annals_app") != std::string::npos)
      return std::stoi(name);
  }
  return 0;
}

/// In turn the service, the server and one of its processes, each at a random moment.
void kill_now_and_then(test::RunningService& service, std::mt19937& random, int times) {
  for (int i = 0; i < times; ++i) {
    std::this_thread::sleep_for(milliseconds(std::uniform_int_distribution(50, 1500)(random)));
    if (i % 3 == 0) {
      service.process().signal(SIGKILL);
      service.process().wait();
      ASSERT_TRUE(service.start()) << service.log();
    } else {
      auto const postmaster = service.postgres();
      auto const victim = i % 3 == 1 ? postmaster : writing_backend(postmaster);
      if (victim != 0) kill(victim, SIGKILL);
    }
    EXPECT_EQ(test::http_get_patiently(service.port(), "/readyz").status, 200);
    for (auto const& [what, count] : halves_patiently(service.folder() / "data")) EXPECT_EQ(count, 0) << what;
  }
}

TEST(Kill, LosesNothingAcknowledgedAndLeavesNothingHalfDone) {
  auto const seed = test::random_seed();
  std::mt19937 random(seed);
  test::RunningService service("/tmp/annals-kill-writes-" + std::to_string(getpid()));
  ASSERT_TRUE(service.start()) << service.log();
  auto const key = service.run({"key", "create"});
  auto const header = "Authorization: Bearer " + key + "\r\n";
  for (auto const& [path, body] :
       std::map<std::string, std::string>{{"", R"({"title": "D"})"},
                                          {"/actors/a", R"({"name": "A", "kind": "person"})"},
                                          {"/actors/b", R"({"name": "B", "kind": "person"})"}})
    ASSERT_EQ(test::http_send(service.port(), "PUT", "/v1/datasets/d" + path, header, body).status, 201);

  std::atomic<bool> over = false, written = false;
  std::vector<Writer> clients;
  for (int i = 0; i < writers; ++i)
    clients.emplace_back(service.port(), key, std::string(1, static_cast<char>('p' + i)), seed + unsigned(i));
  Copy copy(service.port());
  std::vector<std::thread> threads;
  for (auto& client : clients) threads.emplace_back([&] { client.write_until(over); });
  std::thread following([&] { copy.follow_until(written); });

  kill_now_and_then(service, random, test::rounds(50, 5));
  over = true;
  for (auto& thread : threads) thread.join();
  written = true;
  following.join();

  std::map<std::string, Json> expected;
  int changes = 0, repeated = 0;
  for (auto const& client : clients) {
    repeated += client.repeated();
    for (auto const& [event, owed] : client.owed()) {
      changes += owed.version;
      auto const seen = test::http_get_patiently(service.port(), things + "events/" + event);
      auto const history =
          test::http_get_patiently(service.port(), things + "events/" + event + "/history?total=true");
      EXPECT_EQ(Json::parse(history.body)["total"], owed.version) << event;
      EXPECT_EQ(seen.status, owed.deleted ? 404 : 200) << event;
      if (owed.deleted || seen.status != 200) continue;
      expected[event] = Json::parse(seen.body);
      EXPECT_EQ(expected[event]["version"], owed.version);
      EXPECT_EQ(expected[event]["title"], owed.title);
      EXPECT_EQ(expected[event]["participants"].size(), 2U);
    }
  }
  EXPECT_EQ(copy.events(), expected) << "who follows has the same";
  std::cout << changes << " changes acknowledged, " << repeated << " sent again\n";
}

}  // namespace
}  // namespace annals
