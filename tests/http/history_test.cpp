#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "support/case_service.hpp"
#include "support/editor.hpp"
#include "support/follower.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;

class History : public testing::Test {
 protected:
  History() : editor_(database_.pool(), "Anahit") {
    editor_.put("d", {{"title", "D"}});
    editor_.put("d/actors/a", {{"name", "A"}, {"kind", "person"}});
    editor_.put("d/events/e", event("First"));
  }
  static Json event(std::string const& title) {
    return {{"title", title},
            {"type", "talks"},
            {"status", "occurred"},
            {"date", "2024-01-01"},
            {"participants", {{{"role", "speaker"}, {"actor", "a"}}}}};
  }
  http::Response patch(std::string const& path, Json const& body, std::string const& reason = "") {
    test::Editor::Options options;
    options.if_match = "*";
    options.reason = reason;
    auto response = editor_.send("PATCH", "/v1/datasets/" + path, body.dump(), options);
    EXPECT_EQ(response.status, 200) << response.body;
    return response;
  }
  Json history(std::string const& path) { return editor_.json("/v1/datasets/" + path)["items"]; }

  test::TestDatabase database_;
  test::Editor editor_;
};

TEST_F(History, TellsWhoChangedWhatWhenAndWhy) {
  patch("d/events/e", {{"title", "Second"}, {"date", "2024-02"}}, "a better source");
  EXPECT_EQ(editor_.remove("d/events/e").status, 204);
  editor_.put("d/events/e", event("Again"));
  auto const items = history("d/events/e/history");
  ASSERT_EQ(items.size(), 4U);
  EXPECT_EQ(items[0]["version"], 4);
  EXPECT_EQ(items[1]["deleted"], true);
  EXPECT_EQ(items[1]["changed"], Json::array());
  EXPECT_EQ(items[2]["version"], 2);
  EXPECT_EQ(items[2]["changed"], Json::parse(R"(["title", "date"])"));
  EXPECT_EQ(items[2]["reason"], "a better source");
  EXPECT_EQ(items[2]["by"], "Anahit");
  EXPECT_EQ(items[2]["batch"], nullptr);
  EXPECT_GT(items[2]["at"], items[3]["at"]);
  test::Editor::Options anonymous;
  anonymous.anonymous = true;
  auto const public_ =
      Json::parse(editor_.send("GET", "/v1/datasets/d/events/e/history", "", anonymous).body);
  EXPECT_EQ(public_["items"][2]["by"], nullptr) << "who writes may be in danger";
  EXPECT_EQ(public_["items"][2]["reason"], "a better source");
}

TEST_F(History, GivesEveryVersionAsItWasAndTheirDifference) {
  auto const first = editor_.json("/v1/datasets/d/events/e");
  patch("d/events/e", {{"title", "Second"}});
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e/history/1"), first);
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e/history/2"), editor_.json("/v1/datasets/d/events/e"));
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e/history/2?diff=1"),
            Json::parse(
                R"({"from": 1, "to": 2, "changes": [{"field": "title", "from": "First", "to": "Second"}]})"));
  for (auto const* absent : {"3", "0", "x", "-1"})
    EXPECT_EQ(editor_.get(std::string("/v1/datasets/d/events/e/history/") + absent).status, 404);
  EXPECT_EQ(editor_.remove("d/events/e").status, 204);
  EXPECT_EQ(editor_.get("/v1/datasets/d/events/e").status, 404);
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e/history/1"), first) << "history stays";
  EXPECT_EQ(editor_.get("/v1/datasets/d/events/e/history/3").status, 404);
  EXPECT_EQ(editor_.get("/v1/datasets/d/events/never/history").status, 404);
}

TEST_F(History, ARelationIsAChangeOfItsEvent) {
  editor_.put("d/events/f", event("F"));
  EXPECT_EQ(editor_.send("PUT", "/v1/datasets/d/events/e/relations/causes/f").status, 201);
  EXPECT_EQ(history("d/events/e/history")[0]["changed"], Json::parse(R"(["relations"])"));
  patch("d/events/f", {{"title", "G"}});
  patch("d/events/e", {{"type", "other"}});
  EXPECT_EQ(history("d/events/e/history")[0]["changed"], Json::parse(R"(["type"])"))
      << "the other's new title is no change of this one";
}

TEST_F(History, RestoringIsAWriteLikeAnyOther) {
  patch("d/events/e", {{"title", "Second"}});
  auto old = editor_.json("/v1/datasets/d/events/e/history/1");
  for (auto const* member : {"version", "created_at", "updated_at"}) old.erase(member);
  auto const restored = editor_.put("d/events/e", old);
  EXPECT_EQ(restored["version"], 3);
  EXPECT_EQ(restored["title"], "First");
}

TEST_F(History, PagesGiveTheSameList) {
  for (int i = 0; i < 9; ++i) patch("d/events/e", {{"title", "T" + std::to_string(i)}});
  auto const whole = history("d/events/e/history");
  EXPECT_EQ(whole.size(), 10U);
  Json pages = Json::array();
  std::string next = "/v1/datasets/d/events/e/history?limit=4&total=true";
  while (true) {
    auto const page = editor_.json(next);
    EXPECT_EQ(page["total"], 10) << "on every page";
    for (auto const& item : page["items"]) pages.push_back(item);
    if (page["next"].is_null()) break;
    next = page["next"];
  }
  EXPECT_EQ(pages, whole);
}

TEST_F(History, HiddenVersionsEndNoList) {
  patch("d/events/e", {{"visibility", "restricted"}});
  for (int i = 0; i < 3; ++i) patch("d/events/e", {{"title", "T" + std::to_string(i)}});
  patch("d/events/e", {{"visibility", "public"}});
  test::Editor::Options anonymous;
  anonymous.anonymous = true;
  std::vector<int> seen;
  for (std::string next = "/v1/datasets/d/events/e/history?limit=1"; !next.empty();) {
    auto const page = Json::parse(editor_.send("GET", next, "", anonymous).body);
    for (auto const& item : page["items"]) seen.push_back(item["version"]);
    next = page["next"].is_null() ? "" : page["next"];
  }
  EXPECT_EQ(seen, (std::vector<int>{6, 1}));
}

TEST_F(History, AFeedHasNoTotal) {
  EXPECT_EQ(test::faults_of(editor_.get("/v1/datasets/d/changes?total=true")),
            std::vector<std::string>{"total invalid-parameter"});
}

TEST_F(History, AsOfShowsTheDatabaseAsItStood) {
  auto const first = editor_.json("/v1/datasets/d/events/e");
  std::string const then = first["updated_at"];
  patch("d/actors/a", {{"name", "Another"}});
  patch("d/events/e", {{"title", "Second"}, {"date", "2025"}});
  EXPECT_EQ(editor_.remove("d/events/e").status, 204);
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e?as_of=" + then), first) << "changes at that instant are in";
  auto const list = editor_.json("/v1/events?from=2024&to=2024&actor=A&as_of=" + then);
  ASSERT_EQ(list["items"].size(), 1U);
  EXPECT_EQ(list["items"][0], first);
  EXPECT_EQ(editor_.json("/v1/events?actor=another&as_of=" + then)["items"].size(), 0U);
  EXPECT_EQ(editor_.json("/v1/actors?as_of=" + then)["items"][0]["name"], "A");
  auto const timeline = editor_.json("/v1/timeline?dataset=d&as_of=" + then);
  EXPECT_EQ(timeline["as_of"], then);
  EXPECT_EQ(timeline["entries"][0]["event"], first);
  EXPECT_EQ(timeline["query"]["as_of"], then);
  EXPECT_EQ(editor_.get("/v1/datasets/d/events/e?as_of=2000-01-01T00:00:00Z").status, 404);
  EXPECT_EQ(editor_.json("/v1/events?as_of=2000-01-01T00:00:00%2B04:00")["items"].size(), 0U);
  EXPECT_EQ(test::problem_of(editor_.get("/v1/events?q=x&as_of=" + then)), "not-with-as-of");
  EXPECT_EQ(test::problem_of(editor_.get("/v1/actors?q=x&as_of=" + then)), "not-with-as-of");
  for (auto const* bad : {"2024", "2024-01-01", "now", "9999-12-31T23:59:60Z", "2024-02-30T00:00:00Z",
                          "2024-01-01T00:00:00", "0000-01-01T00:00:00Z", "2024-01-01T00:00:00.1234567Z"})
    EXPECT_EQ(test::faults_of(editor_.get(std::string("/v1/events?as_of=") + bad)),
              std::vector<std::string>{"as_of invalid-parameter"})
        << bad;
}

TEST_F(History, LookingBackShowsNothingThatIsHiddenNow) {
  std::string const then = editor_.json("/v1/datasets/d/events/e")["updated_at"];
  patch("d/events/e", {{"visibility", "restricted"}});
  test::Editor::Options anonymous;
  anonymous.anonymous = true;
  for (auto const& target :
       {"/v1/datasets/d/events/e?as_of=" + then, std::string("/v1/datasets/d/events/e/history"),
        std::string("/v1/datasets/d/events/e/history/1")})
    EXPECT_EQ(editor_.send("GET", target, "", anonymous).status, 404) << target;
  EXPECT_EQ(editor_.get("/v1/datasets/d/events/e?as_of=" + then).status, 200);
  auto const changes =
      Json::parse(editor_.send("GET", "/v1/datasets/d/changes", "", anonymous).body)["items"];
  auto const& last = changes.back();
  EXPECT_EQ(last["key"], "e");
  EXPECT_EQ(last["deleted"], true) << "who follows must drop it";
  EXPECT_EQ(last["thing"], nullptr);
  EXPECT_EQ(changes.size(), 3U) << "the dataset, the actor, the tombstone";
}

TEST_F(History, AFollowerMissesNothingWhileManyWrite) {
  test::Follower follower(editor_, "d");
  std::atomic<bool> writing = true;
  std::thread following([&] {
    while (writing) follower.catch_up();
  });
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 4; ++writer) {
    writers.emplace_back([&, writer] {
      for (int i = 0; i < 40; ++i) {
        auto const path = "d/events/w" + std::to_string(writer) + "-" + std::to_string(i % 10);
        if (i % 7 == 6)
          static_cast<void>(editor_.remove(path));
        else
          editor_.put(path, event("T" + std::to_string(i)));
      }
    });
  }
  for (auto& writer : writers) writer.join();
  writing = false;
  following.join();
  follower.catch_up();
  std::map<std::string, Json> expected, found;
  auto const list = editor_.json("/v1/datasets/d/events?limit=1000");
  for (auto const& item : list["items"]) expected[item["key"]] = item;
  for (auto const& [name, thing] : follower.copy()) {
    if (name.first != "events") continue;
    auto event = thing;
    event.erase("relations");
    found[name.second] = event;
  }
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace annals
