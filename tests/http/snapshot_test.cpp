#include <gtest/gtest.h>

#include "base/base64.hpp"
#include "base/sha256.hpp"
#include "db/migrate.hpp"
#include "described.hpp"
#include "sql_migrations.hpp"
#include "support/case_service.hpp"
#include "support/effort.hpp"
#include "support/importing.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;

/// A saved timeline of three talks, with sources that tell of them.
class Snapshots : public testing::Test {
 protected:
  Snapshots() : editor_(database_.pool(), "Anahit") {
    editor_.put("d", {{"title", "D"}, {"licence", "CC0-1.0"}});
    for (auto const* key : {"first", "second", "third"}) put(key, "talks", {});
    editor_.put("d/sources/s", {{"kind", "news"}, {"title", "Talks <held>"}, {"published", "2020-03-01"}});
    editor_.put("d/claims/c",
                {{"event", "first"}, {"source", "s"}, {"stance", "asserts"}, {"date", "2020-01"}});
    editor_.put("d/timelines/t", {{"title", "Talks"}, {"query", {{"type", "talks"}}}});
  }
  void put(std::string const& key, std::string const& type, Json const& more) {
    Json event{{"title", "The " + key}, {"type", type}, {"status", "occurred"}, {"date", day_of(key)}};
    if (!more.is_null()) event.update(more);
    editor_.put("d/events/" + key, event);
  }
  static std::string day_of(std::string const& key) {
    if (key == "first") return "2020-01-05";
    return key == "second" ? "2020-02-05" : "2020-03-05";
  }
  http::Response described(char const* operation, http::Response const& response) {
    for (auto const& difference : test::undescribed(test::operation(operation), response))
      ADD_FAILURE() << operation << ": " << difference;
    return response;
  }
  http::Response post(test::Editor::Options const& options = {}) {
    return described("post_snapshot", editor_.send("POST", address(), "", options));
  }
  Json freeze() {
    auto const response = post();
    EXPECT_EQ(response.status, 201) << response.body;
    return Json::parse(response.body);
  }
  static std::string address(std::string const& rest = "", std::string const& dataset = "d") {
    return "/v1/datasets/" + dataset + "/timelines/t/snapshots" + rest;
  }
  http::Response get(std::string const& target) { return described("get_snapshot", editor_.get(target)); }
  Json changes(std::string const& rest) {
    auto const response = described("get_snapshot_changes", editor_.get(address(rest)));
    EXPECT_EQ(response.status, 200) << response.body;
    return Json::parse(response.body);
  }
  std::string bundle() { return test::body_of(editor_.get("/v1/datasets/d/bundle.zip")); }
  /// The difference without what it says of both sides, and without its empty lists.
  static Json told(Json difference) {
    for (auto const* member : {"title", "from", "to"}) difference.erase(member);
    Json filled = Json::object();
    for (auto const& [name, value] : difference.items())
      if (!value.empty()) filled[name] = value;
    return filled;
  }

  test::TestDatabase database_;
  test::ImportingEditor editor_;
};

TEST_F(Snapshots, AreTheTimelineAsCanonicalJsonUnderItsHash) {
  auto const response = post();
  auto const made = Json::parse(response.body);
  EXPECT_EQ(test::header_of(response, "Location"), address("/1"));
  EXPECT_EQ(made["number"], 1);
  EXPECT_EQ(made["title"], "Talks");
  EXPECT_EQ(made["entries"], 3);
  auto const read = get(address("/1"));
  auto const sha256 = made["sha256"].get<std::string>();
  EXPECT_EQ(sha256_hex(read.body), sha256);
  EXPECT_EQ(made["bytes"], read.body.size());
  EXPECT_EQ(test::header_of(read, "ETag"), '"' + sha256 + '"');
  EXPECT_EQ(test::header_of(response, "ETag"), '"' + sha256 + '"');
  auto const digest = test::header_of(read, "Repr-Digest");
  ASSERT_GT(digest.size(), 10U);
  EXPECT_EQ(to_hex(from_base64(digest.substr(9, digest.size() - 10))), sha256);
  EXPECT_NE(test::header_of(read, "Cache-Control").find("immutable"), std::string::npos);
  EXPECT_EQ(read.body, Json::parse(read.body).dump()) << "sorted, without blanks";
  EXPECT_NE(read.body.find("Talks <held>"), std::string::npos);
  EXPECT_EQ(Json::parse(read.body)["entries"].size(), 3U);
}

TEST_F(Snapshots, AreListedByNumberPageByPage) {
  for (int i = 0; i < 3; ++i) freeze();
  auto const list = described("list_snapshots", editor_.get(address("?limit=2&total=true")));
  auto const page = Json::parse(list.body);
  ASSERT_EQ(page["items"].size(), 2U);
  EXPECT_EQ(page["items"][1]["number"], 2);
  EXPECT_EQ(page["total"], 3);
  auto const next = editor_.json(page["next"].get<std::string>());
  ASSERT_EQ(next["items"].size(), 1U);
  EXPECT_EQ(next["items"][0]["number"], 3);
  EXPECT_EQ(next["items"][0]["sha256"], sha256_hex(get(address("/3")).body));
  EXPECT_TRUE(next["next"].is_null());
  editor_.put("d/timelines/empty", {{"title", "None yet"}});
  EXPECT_TRUE(editor_.json("/v1/datasets/d/timelines/empty/snapshots")["items"].empty());
}

TEST_F(Snapshots, StayTheSameWhateverIsEdited) {
  auto const made = freeze();
  auto const before = get(address("/1")).body;
  int const edits = test::is_long() ? 1000 : 100;
  for (int i = 0; i < edits; ++i) {
    switch (i % 4) {
      case 0:
        put(i % 8 == 0 ? "first" : "second", i % 3 == 0 ? "talks" : "battle", {{"title", std::to_string(i)}});
        break;
      case 1:
        editor_.put("d/claims/c" + std::to_string(i),
                    {{"event", "first"}, {"source", "s"}, {"stance", "asserts"}, {"date", "2021"}});
        break;
      case 2:
        editor_.put("d/sources/s", {{"kind", "news"}, {"title", "Title " + std::to_string(i)}});
        break;
      default:
        editor_.put("d/timelines/t", {{"title", "Title " + std::to_string(i)}});
    }
  }
  EXPECT_EQ(get(address("/1")).body, before);
  EXPECT_EQ(editor_.json(address())["items"][0], made);
  EXPECT_NE(Json::parse(before)["title"], freeze()["title"]) << "the edits were seen";
}

// What a later version of the program may do to the tables, snapshots' own among them.
TEST_F(Snapshots, StayTheSameAfterAMigration) {
  auto const made = freeze();
  auto const before = get(address("/1")).body;
  db::Statement const later{
      "later",
      "alter table event add column season text not null default 'winter';"
      "update event set title = title || ' (moved)';"
      "update claim set gist = 'Another.';"
      "alter table bundle_file add column checked boolean not null default random() < 2;"
      "create index on bundle_file (sha256);"
      "cluster bundle_file using bundle_file_pkey;"};
  std::vector<db::Statement const*> files(std::begin(db::migrations::all), std::end(db::migrations::all));
  files.push_back(&later);
  EXPECT_EQ(db::migrate(database_.access().owner, files), 1);
  EXPECT_EQ(get(address("/1")).body, before);
  EXPECT_EQ(editor_.json(address())["items"][0], made);
  EXPECT_EQ(freeze()["sha256"].get<std::string>().size(), 64U);
  EXPECT_NE(get(address("/2")).body, before) << "the migration was seen";
}

TEST_F(Snapshots, OutliveTheirTimeline) {
  auto const before = (freeze(), get(address("/1")).body);
  editor_.put("d/timelines/t", {{"title", "Talks"}, {"visibility", "restricted"}});
  test::Editor::Options anonymous;
  anonymous.anonymous = true;
  EXPECT_EQ(editor_.send("GET", address("/1"), "", anonymous).body, before) << "hidden afterwards";
  EXPECT_EQ(editor_.get(address("/1/changes")).status, 409);
  EXPECT_EQ(editor_.remove("d/timelines/t").status, 204);
  EXPECT_EQ(get(address("/1")).body, before) << "deleted afterwards";
  EXPECT_EQ(editor_.json(address())["items"].size(), 1U);
  EXPECT_EQ(editor_.get(address("/1/changes")).status, 404) << "with nothing to compare";
  EXPECT_EQ(told(changes("/1/changes?to=1")), Json::object());
  EXPECT_EQ(post().status, 404);
}

TEST_F(Snapshots, ShowWhatEverybodySees) {
  put("second", "talks", {{"visibility", "restricted"}});
  freeze();
  auto const frozen = Json::parse(get(address("/1")).body);
  ASSERT_EQ(frozen["entries"].size(), 2U);
  EXPECT_EQ(frozen["entries"][1]["event"]["key"], "third");
  EXPECT_EQ(told(changes("/1/changes")), Json::object()) << "the editor's eyes count no more";
  editor_.put("d/timelines/t", {{"title", "Talks"}, {"visibility", "members"}});
  EXPECT_EQ(test::problem_of(post()), "wrong-state");
  editor_.put("d", {{"title", "D"}, {"visibility", "restricted"}});
  test::Editor::Options anonymous;
  anonymous.anonymous = true;
  EXPECT_EQ(editor_.send("GET", address("/1"), "", anonymous).status, 404) << "who sees no dataset";
  EXPECT_EQ(test::header_of(get(address("/1")), "Cache-Control").substr(0, 7), "private");
}

TEST_F(Snapshots, AreMadeOnceUnderAnIdempotencyKey) {
  test::Editor::Options options;
  options.idempotency_key = "once";
  auto const made = post(options), again = post(options);
  EXPECT_EQ(made.body, again.body);
  EXPECT_EQ(test::header_of(made, "ETag"), test::header_of(again, "ETag"));
  EXPECT_EQ(editor_.json(address())["items"].size(), 1U);
}

TEST_F(Snapshots, AreRefusedWithoutAKeyWithABodyAndOfNothing) {
  test::Editor::Options anonymous;
  anonymous.anonymous = true;
  EXPECT_EQ(post(anonymous).status, 401);
  EXPECT_EQ(described("post_snapshot", editor_.send("POST", address(), "{}")).status, 415);
  EXPECT_EQ(editor_.send("POST", "/v1/datasets/d/timelines/none/snapshots").status, 404);
  EXPECT_EQ(editor_.send("POST", "/v1/datasets/none/timelines/t/snapshots").status, 404);
  EXPECT_EQ(editor_.get("/v1/datasets/d/timelines/none/snapshots").status, 404);
  for (auto const* number : {"/1", "/0", "/01", "/x", "/99999999999", "/1/changes"})
    EXPECT_EQ(editor_.get(address(number)).status, 404) << number;
  freeze();
  EXPECT_EQ(editor_.get(address("/1/changes?to=x")).status, 400);
  EXPECT_EQ(editor_.get(address("/1/changes?to=2")).status, 404);
  EXPECT_EQ(editor_.get(address("/1?as_of=2020-01-01T00:00:00Z")).status, 400);
}

TEST_F(Snapshots, OfMoreThan16MibAreRefused) {
  std::string events = "key,title,type,status,description\n", text;
  while (text.size() < 60000) text += sha256_hex(text);  // which no zip makes small
  for (int i = 0; i < 290; ++i) events += "e" + std::to_string(i) + ",Long,talks,occurred," + text + '\n';
  auto const batch = editor_.import(
      "d", test::zip_of({{"dataset.json", R"({"key": "d", "title": "D"})"}, {"events.csv", events}}));
  ASSERT_EQ(batch["state"], "done") << batch;
  editor_.put("d/timelines/t", {{"title", "Talks"}, {"query", {{"type", "talks"}, {"undated", "include"}}}});
  EXPECT_EQ(test::problem_of(post()), "too-long");
  EXPECT_TRUE(editor_.json(address())["items"].empty());
}

TEST_F(Snapshots, TravelWithTheBundle) {
  auto const made = (freeze(), freeze());
  auto const first = get(address("/1")).body, second = get(address("/2")).body;
  editor_.remove("d/timelines/t");
  auto const file = bundle();

  test::TestDatabase elsewhere;
  test::ImportingEditor other(elsewhere.pool(), "Elsewhere");
  EXPECT_EQ(other.import("d", file)["state"], "done");
  EXPECT_EQ(other.get(address("/1")).body, first);
  EXPECT_EQ(other.get(address("/2")).body, second);
  EXPECT_EQ(other.json(address())["items"][1]["sha256"], made["sha256"]);
  EXPECT_EQ(other.json(address())["items"][1]["title"], "Talks");
  EXPECT_EQ(test::body_of(other.get("/v1/datasets/d/bundle.zip")), file);
  EXPECT_EQ(other.import("d", file)["updated"], 0) << "the same again changes nothing";
  other.put("d/timelines/t", {{"title", "Talks"}, {"query", {{"type", "talks"}}}});
  EXPECT_EQ(Json::parse(other.send("POST", address()).body)["number"], 3);
}

TEST_F(Snapshots, OfABundleNeverTakeThePlaceOfOthers) {
  freeze();
  auto const mine = get(address("/1")).body;
  auto theirs = Json::parse(mine);
  theirs["title"] = "Another";
  auto const with = [&](std::string const& name, std::string const& content) {
    return test::zip_of({{"dataset.json", R"({"key": "d", "title": "D"})"}, {name, content}});
  };
  auto const refused = [&](std::string const& name, std::string const& content) {
    auto const batch = editor_.import("d", with(name, content));
    EXPECT_EQ(batch["state"], "failed") << batch;
    return batch["errors"].empty() ? std::string() : batch["errors"][0]["code"].get<std::string>();
  };
  EXPECT_EQ(refused("snapshots/t/1.json", theirs.dump()), "exists");
  EXPECT_EQ(refused("snapshots/t/2.json", theirs.dump(2)), "bad-json") << "not canonical";
  EXPECT_EQ(refused("snapshots/t/2.json", R"({"frozen":true})"), "bad-json") << "no timeline";
  EXPECT_EQ(refused("snapshots/t/2.json", "{"), "bad-json");
  EXPECT_EQ(refused("snapshots/t/2.json", std::string(100000, '[')), "bad-json") << "deep";
  EXPECT_EQ(editor_.import("d", with("snapshots/t/1.json", mine))["state"], "done");
  EXPECT_EQ(get(address("/1")).body, mine);
  EXPECT_EQ(editor_.import("d", with("snapshots/t/7.json", theirs.dump()))["state"], "done");
  EXPECT_EQ(editor_.json(address())["items"][1]["title"], "Another");
}

TEST_F(Snapshots, UnderNamesThatAreNoneAreLeftOut) {
  freeze();
  auto const content = get(address("/1")).body;
  for (auto const* name : {"snapshots/../../out.json", "snapshots/t/../2.json", "snapshots/t/02.json",
                           "snapshots/t/0.json", "snapshots/t/x.json", "snapshots/.t/2.json",
                           "snapshots/2.json", "snapshots/t/2.json.exe", "snapshots/t/1000000.json"}) {
    auto const batch = editor_.import(
        "d", test::zip_of({{"dataset.json", R"({"key": "d", "title": "D"})"}, {name, content}}));
    EXPECT_EQ(batch["state"], "done") << name << batch;
    EXPECT_EQ(batch["warnings"], 1) << name;
  }
  EXPECT_EQ(editor_.json(address())["items"].size(), 1U);
  EXPECT_EQ(bundle().find("out.json"), std::string::npos);
}

TEST_F(Snapshots, WhoseImportIsUndoneGoWithItAndTheirNumbersToo) {
  freeze();
  auto const content = get(address("/1")).body;
  auto const batch = editor_.import("d", test::zip_of({{"dataset.json", R"({"key": "d", "title": "D"})"},
                                                       {"snapshots/t/2.json", content}}));
  EXPECT_EQ(get(address("/2")).body, content);
  auto const undo = "/v1/datasets/d/imports/" + std::to_string(batch["number"].get<int>()) + "/undo";
  EXPECT_EQ(editor_.send("POST", undo).status, 200);
  EXPECT_EQ(editor_.get(address("/2")).status, 404);
  EXPECT_EQ(freeze()["number"], 3);
}

TEST_F(Snapshots, TellExactlyWhatWasEdited) {
  freeze();
  EXPECT_EQ(told(changes("/1/changes")), Json::object());
  put("first", "talks", {{"title", "The opening"}, {"quantities", {{"troops", {{"best", 5}}}}}});
  put("second", "battle", {});
  put("fourth", "talks", {{"date", "2021-01-01"}});
  editor_.put("d/sources/s2", {{"kind", "news"}, {"title", "More"}, {"published", "2020-04-01"}});
  editor_.put("d/claims/c2",
              {{"event", "third"}, {"source", "s2"}, {"stance", "denies"}, {"gist", "Never."}});
  editor_.put("d/claims/c", {{"event", "first"}, {"source", "s"}, {"stance", "asserts"}, {"date", "2021"}});
  editor_.put("d/timelines/t", {{"title", "More talks"}, {"query", {{"type", "talks"}}}});
  freeze();
  auto const difference = told(changes("/1/changes?to=2"));
  EXPECT_EQ(difference, told(changes("/1/changes")));
  auto const names = [](Json const& list, char const* member) {
    std::string all;
    for (auto const& each : list) all += each[member].get<std::string>() + " ";
    return all;
  };
  EXPECT_EQ(names(difference["head"], "field"), "title ");
  EXPECT_EQ(names(difference["entries_added"], "event"), "fourth ");
  EXPECT_EQ(names(difference["entries_dropped"], "event"), "second ");
  EXPECT_EQ(names(difference["sources_added"], "key"), "s2 ");
  EXPECT_EQ(difference.size(), 5U) << difference;
  auto const& changed = difference["entries_changed"];
  ASSERT_EQ(names(changed, "event"), "first third ");
  EXPECT_EQ(names(changed[0]["changes"], "field"), "quantities.troops title ");
  EXPECT_EQ(changed[0]["changes"][1]["from"], "The first");
  EXPECT_EQ(changed[0]["changes"][1]["to"], "The opening");
  EXPECT_EQ(names(changed[0]["claims_changed"], "key"), "c ");
  EXPECT_EQ(names(changed[0]["claims_changed"][0]["changes"], "field"), "asserted.date ");
  EXPECT_EQ(names(changed[1]["claims_added"], "key"), "c2 ");
  EXPECT_EQ(names(changed[1]["changes"], "field"), "independent_denials ");

  auto const back = changes("/2/changes?to=1");
  EXPECT_EQ(names(back["entries_added"], "event"), "second ");
  EXPECT_EQ(names(back["entries_dropped"], "event"), "fourth ");
  EXPECT_EQ(back["from"]["snapshot"], 2);
  EXPECT_EQ(back["to"]["snapshot"], 1);
}

TEST_F(Snapshots, TellWhatChangedItsPlaceAndWhatIsDisputed) {
  freeze();
  put("first", "talks", {{"date", "2022-01-01"}});
  editor_.put("d/claims/c2", {{"event", "first"}, {"source", "s"}, {"stance", "asserts"}, {"date", "2022"}});
  auto const difference = changes("/1/changes");
  ASSERT_EQ(difference["entries_moved"].size(), 1U) << difference;
  EXPECT_EQ(difference["entries_moved"][0]["event"], "first");
  auto const& fields = difference["entries_changed"][0]["changes"];
  ASSERT_EQ(fields.size(), 2U) << fields;
  EXPECT_EQ(fields[0]["field"], "date");
  EXPECT_EQ(fields[0]["to"]["edtf"], "2022-01-01");
  EXPECT_EQ(fields[1]["field"], "disputes.date");
  EXPECT_TRUE(fields[1]["from"].is_null());
}

TEST_F(Snapshots, OfOthersShowWhateverTheyHoldOnAPage) {
  auto timeline = Json::parse((freeze(), get(address("/1")).body));
  timeline["as_of"] = "<b>then</b>";
  timeline["entries"][0]["event"]["date"] = {{"edtf", "<u>1</u>"}};
  timeline["entries"][0]["claims"][0]["key"] = "other";
  timeline["entries"][0]["claims"][0]["stance"] = "<script>\"says\"</script>";
  auto const batch = editor_.import("d", test::zip_of({{"dataset.json", R"({"key": "d", "title": "D"})"},
                                                       {"snapshots/t/2.json", timeline.dump()}}));
  ASSERT_EQ(batch["state"], "done") << batch;
  for (auto const* changes : {"/1/changes.html?to=2", "/2/changes.html?to=1"}) {
    auto const page = editor_.get(address(changes));
    ASSERT_EQ(page.status, 200) << page.body;
    for (auto const* markup : {"<script", "<b>", "<u>"})
      EXPECT_EQ(page.body.find(markup), std::string::npos) << changes << ' ' << markup;
    for (auto const* text : {"&lt;b&gt;then", "&lt;u&gt;1", "&lt;script&gt;"})
      EXPECT_NE(page.body.find(text), std::string::npos) << changes << ' ' << text;
  }
}

TEST_F(Snapshots, SayWhatChangedOnAPage) {
  freeze();
  auto const page = [&] { return editor_.get(address("/1/changes.html")); };
  EXPECT_NE(page().body.find("Nothing changed."), std::string::npos);
  put("first", "talks", {{"title", "<script>alert(1)</script>"}, {"date", "2020-02-01"}});
  put("second", "battle", {});
  auto const response = described("get_snapshot_changes", page());
  EXPECT_EQ(test::header_of(response, "Content-Security-Policy").substr(0, 18), "default-src 'none'");
  EXPECT_EQ(response.body.find("<script"), std::string::npos);
  for (auto const* text : {"&lt;script&gt;", "Snapshot 1", "Entries dropped", "The second", "Entries changed",
                           "5 January 2020", "1 February 2020"})
    EXPECT_NE(response.body.find(text), std::string::npos) << text << '\n' << response.body;
  editor_.put("d/timelines/t", {{"title", "Talks"}, {"query", {{"type", "talks"}}}, {"language", "ru"}});
  EXPECT_NE(page().body.find("Убранные записи"), std::string::npos);
}

}  // namespace
}  // namespace annals
