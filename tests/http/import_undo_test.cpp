#include <gtest/gtest.h>

#include <algorithm>

#include "described.hpp"
#include "support/case_service.hpp"
#include "support/importing.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;
using Files = std::map<std::string, std::string>;

constexpr char const* reference_case = ANNALS_EXAMPLES "/karabakh";

class ImportUndo : public testing::Test {
 protected:
  ImportUndo() : editor_(database_.pool()) {}

  http::Response undo(std::string const& dataset, int number, std::string const& query = "") {
    auto const path = "/v1/datasets/" + dataset + "/imports/" + std::to_string(number) + "/undo" + query;
    auto response = editor_.send("POST", path);
    for (auto const& difference : test::undescribed(test::operation("undo_import"), response))
      ADD_FAILURE() << difference;
    return response;
  }
  std::string exported(std::string const& dataset) {
    return test::body_of(editor_.get("/v1/datasets/" + dataset + "/bundle.zip"));
  }
  std::string names_and_participants() {
    std::string found;
    database_.pool().in_transaction(db::Access::read, [&](db::Transaction& transaction) {
      found = transaction
                  .run(
                      "select (select string_agg(concat_ws(' ', kind, thing_id, position, name, folded), ',' "
                      "order by kind, "
                      "thing_id, position) from name where until is null) || (select string_agg(concat_ws(' "
                      "', event_id, "
                      "position, role, actor_id, sort_day), ',' order by event_id, position) from "
                      "event_participant where "
                      "until is null) as found")[0]
                  .text("found");
    });
    return found;
  }
  /// Their fields, sorted.
  static std::vector<std::string> conflicts(http::Response const& response) {
    EXPECT_EQ(test::problem_of(response), "later-changes") << response.body;
    auto all = test::faults_of(response);
    for (auto& each : all) each.erase(each.find(' '));
    std::sort(all.begin(), all.end());
    return all;
  }

  test::TestDatabase database_;
  test::ImportingEditor editor_;
};

/// A bundle of the reference case in which half is changed, some is gone, and some is new.
std::string other_bundle() {
  return test::zip_of(
      {{"dataset.json", R"({"key": "karabakh", "title": "Other", "licence": "CC0-1.0"})"},
       {"actors.csv", "key,name,kind,aliases\nrussia,Russland,state,RU\nnew-actor,New,person,\n"},
       {"places.csv", "key,name,within\nkarabakh,Other,new-place\nnew-place,New,\n"},
       {"sources.csv", "key,kind,title,publisher\nnew-source,news,New,A publisher\n"},
       {"events.csv",
        "key,title,type,status,date,place,participants\n"
        "deployment,Other,talks,occurred,2024,new-place,party:new-actor|host:russia\n"
        "new-event,New,talks,occurred,2024-01,new-place,party:new-actor\n"},
       {"claims.csv", "key,event,source,stance,claimant\nnew-claim,new-event,new-source,asserts,new-actor\n"},
       {"event_relations.csv",
        "event,relation,other\npresence,concerns,new-event\nnew-event,causes,presence\n"},
       {"mappings.json", "{\"a\": 1}\n"}});
}

TEST_F(ImportUndo, LeavesTheBundleAsItWas) {
  editor_.import("karabakh", test::zip_of_folder(reference_case));
  auto const before = exported("karabakh");
  auto const found_before = names_and_participants();
  auto const batch = editor_.import("karabakh", other_bundle());
  ASSERT_EQ(batch["state"], "done") << batch;
  EXPECT_NE(exported("karabakh"), before);
  auto const undone = undo("karabakh", 2);
  ASSERT_EQ(undone.status, 200) << undone.body;
  EXPECT_EQ(Json::parse(undone.body)["state"], "undone");
  EXPECT_EQ(exported("karabakh"), before);
  auto const event = editor_.json("/v1/datasets/karabakh/events/deployment");
  EXPECT_EQ(event["version"], 3);
  auto const history = editor_.json("/v1/datasets/karabakh/events/new-event/history")["items"];
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[0]["deleted"], true);
  EXPECT_EQ(history[0]["reason"], "undo of import 2");
  EXPECT_TRUE(history[0]["batch"].is_null());
  EXPECT_EQ(names_and_participants(), found_before) << "what things are found by is as it was, too";
  auto const again = editor_.import("karabakh", other_bundle());
  EXPECT_EQ(again["state"], "done");
  EXPECT_EQ(editor_.json("/v1/datasets/karabakh/events/new-event")["version"], 3);
  EXPECT_EQ(undo("karabakh", 3).status, 200);
  EXPECT_EQ(exported("karabakh"), before);
}

TEST_F(ImportUndo, OfTheFirstImportEmptiesTheDataset) {
  editor_.import("karabakh", test::zip_of_folder(reference_case));
  EXPECT_EQ(undo("karabakh", 1).status, 200);
  EXPECT_EQ(editor_.json("/v1/datasets/karabakh/events?total=true")["total"], 0);
  EXPECT_EQ(editor_.json("/v1/datasets/karabakh/claims?total=true")["total"], 0);
  EXPECT_EQ(editor_.json("/v1/search?q=Russia&dataset=karabakh")["items"].size(), 0U);
  EXPECT_EQ(test::problem_of(undo("karabakh", 1)), "wrong-state");
  EXPECT_EQ(undo("karabakh", 2).status, 404);
}

TEST_F(ImportUndo, IsRefusedForWhatIsNotDone) {
  editor_.import("d", "no zip");
  EXPECT_EQ(test::problem_of(undo("d", 1)), "not-found") << "there is no such dataset";
  editor_.put("d", {{"title", "D"}});
  EXPECT_EQ(test::problem_of(undo("d", 1)), "wrong-state");
  editor_.import("d", test::zip_of({{"actors.csv", "key,name,kind\na,A,state\n"}}), "?dry_run=true");
  EXPECT_EQ(test::problem_of(undo("d", 2)), "wrong-state");
  EXPECT_EQ(test::problem_of(undo("d", 2, "?force=yes")), "invalid-parameter");
}

std::string many(char const* title, int count) {
  std::string events = "key,title,type,status,date\n";
  for (int i = 0; i < count; ++i)
    events += "e" + std::to_string(i) + "," + title + ",talks,occurred,2024-01-0" +
              std::to_string(1 + i % 9) + "\n";
  return test::zip_of({{"events.csv", events}});
}

TEST_F(ImportUndo, ListsWhatWasChangedSinceAndKeepsIt) {
  editor_.import("d", many("First", 300));
  auto const before = editor_.json("/v1/datasets/d/events/e299");
  editor_.import("d", many("Second", 400));
  std::vector<std::string> edited;
  test::Editor::Options options;
  options.if_match = "*";
  for (int i = 250; i < 350; ++i) {
    auto const key = "e" + std::to_string(i);
    edited.push_back("events/" + key);
    ASSERT_EQ(
        editor_.send("PATCH", "/v1/datasets/d/events/" + key, R"({"title": "By hand"})", options).status,
        200);
  }
  std::sort(edited.begin(), edited.end());
  EXPECT_EQ(conflicts(undo("d", 2)), edited);
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e0")["title"], "Second") << "nothing is undone";
  ASSERT_EQ(undo("d", 2, "?force=keep").status, 200);
  EXPECT_EQ(editor_.json("/v1/datasets/d/events?total=true")["total"], 350);
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e0")["title"], "First");
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e299")["title"], "By hand");
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/e349")["title"], "By hand");
  EXPECT_EQ(editor_.get("/v1/datasets/d/events/e399").status, 404);
}

/// Changes an event as a person does who has read it: with PUT or with PATCH.
void edit_by_hand(test::Editor& editor, std::string const& path, bool replaces) {
  auto const read = editor.get(path);
  test::Editor::Options options;
  options.if_match = test::header_of(read, "ETag");
  auto const now = Json::parse(read.body);
  Json body{{"title", now["title"].get<std::string>() + ", corrected"}};
  if (replaces) {
    for (auto const* member : {"type", "status", "date", "place", "participants", "quantities", "tags"})
      body[member] = now[member];
  }
  ASSERT_EQ(editor.send(replaces ? "PUT" : "PATCH", path, body.dump(), options).status, 200) << path;
}

TEST_F(ImportUndo, OfAListKeepsTheHundredThatWereEditedByHand) {
  std::string file = "key,title,type,date,place_name,lat,lon,actor1,source_title,quantities\n";
  for (int i = 0; i < 400; ++i) {
    auto const n = std::to_string(i);
    file += "e" + n + ",Event " + n + ",talks,2024-01-0" + std::to_string(1 + i % 9) + ",Place " +
            std::to_string(i % 40) + ",39.8,46.7,Actor " + n + ",Source " + n + ",troops=" + n + "\n";
  }
  test::Editor::Options options;
  options.content_type = "text/csv";
  ASSERT_EQ(editor_.post("d", file, options, "?profile=generic").status, 202);
  ASSERT_EQ(editor_.batch_past("d", 1)["inserted"], 400 * 4 + 40);
  std::vector<std::string> edited, names;
  for (int i = 0; i < 400; i += 4) {
    auto const key = "events/e" + std::to_string(i);
    edit_by_hand(editor_, "/v1/datasets/d/" + key, i % 8 == 0);
    edited.push_back(key);
    names.push_back("Actor " + std::to_string(i));
  }
  std::sort(edited.begin(), edited.end());
  std::sort(names.begin(), names.end());
  auto const before = exported("d");
  EXPECT_EQ(conflicts(undo("d", 1)), edited);
  EXPECT_EQ(exported("d"), before) << "nothing is undone";
  ASSERT_EQ(undo("d", 1, "?force=keep").status, 200);
  auto const texts = [&](char const* collection, char const* member) {
    std::vector<std::string> all;
    auto const list = editor_.json(std::string("/v1/datasets/d/") + collection + "?limit=1000");
    for (auto const& item : list["items"]) all.push_back(item[member]);
    std::sort(all.begin(), all.end());
    return all;
  };
  for (auto& key : edited) key.erase(0, std::string("events/").size());
  EXPECT_EQ(texts("events", "key"), edited);
  for (auto const& title : texts("events", "title")) EXPECT_TRUE(title.ends_with(", corrected")) << title;
  EXPECT_EQ(texts("actors", "name"), names) << "those whom the kept name";
  EXPECT_EQ(texts("places", "name").size(), 10U);
  EXPECT_EQ(texts("sources", "title").size(), 0U);
}

TEST_F(ImportUndo, KeepsWhatLaterThingsReferTo) {
  editor_.put("d", {{"title", "D"}});
  editor_.put("d/events/mine", {{"title", "Mine"}, {"type", "talks"}, {"status", "occurred"}});
  Files const files{
      {"actors.csv", "key,name,kind\nused,A,state\nunused,B,state\nclaimant,C,state\n"},
      {"places.csv", "key,name,within\nouter,O,\ninner,I,outer\nother,X,\n"},
      {"sources.csv", "key,kind,title\ns,news,S\nt,news,T\n"},
      {"events.csv", "key,title,type,status,place\nnew,N,talks,occurred,other\nfree,F,talks,occurred,\n"}};
  ASSERT_EQ(editor_.import("d", test::zip_of(files))["state"], "done");
  editor_.put("d/events/later", {{"title", "Later"},
                                 {"type", "talks"},
                                 {"status", "occurred"},
                                 {"place", "inner"},
                                 {"participants", {{{"role", "party"}, {"actor", "used"}}}}});
  editor_.put("d/claims/c",
              {{"event", "mine"}, {"source", "s"}, {"stance", "asserts"}, {"claimant", "claimant"}});
  test::Editor::Options options;
  EXPECT_EQ(editor_.send("PUT", "/v1/datasets/d/events/mine/relations/same_as/new", "{}", options).status,
            201);
  EXPECT_EQ(conflicts(undo("d", 1)), (std::vector<std::string>{"claims/c", "events/later", "events/mine"}));
  ASSERT_EQ(undo("d", 1, "?force=keep").status, 200);
  for (auto const* kept : {"actors/used", "actors/claimant", "places/inner", "places/outer", "places/other",
                           "sources/s", "events/new", "events/later", "claims/c"})
    EXPECT_EQ(editor_.get(std::string("/v1/datasets/d/") + kept).status, 200) << kept;
  for (auto const* gone : {"actors/unused", "sources/t", "events/free"})
    EXPECT_EQ(editor_.get(std::string("/v1/datasets/d/") + gone).status, 404) << gone;
  EXPECT_EQ(editor_.json("/v1/datasets/d/events/mine/relations")["items"].size(), 1U);
}

TEST_F(ImportUndo, DoesNotBringBackWhatHasLostItsPlace) {
  editor_.put("d", {{"title", "D"}});
  editor_.put("d/places/old", {{"name", "Old"}});
  editor_.put("d/events/e", {{"title", "E"}, {"type", "talks"}, {"status", "occurred"}, {"place", "old"}});
  editor_.import("d", test::zip_of({{"events.csv", "key,title,type,status\ne,E,talks,occurred\n"}}));
  EXPECT_EQ(editor_.remove("d/places/old").status, 204);
  EXPECT_EQ(conflicts(undo("d", 1)), std::vector<std::string>{"events/e"});
  EXPECT_EQ(undo("d", 1, "?force=keep").status, 200);
  EXPECT_TRUE(editor_.json("/v1/datasets/d/events/e")["place"].is_null());
}

}  // namespace
}  // namespace annals
