#include <gtest/gtest.h>

#include "described.hpp"
#include "support/case_service.hpp"
#include "support/editor.hpp"
#include "support/json_schema.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;
using test::Operation;

/// What is put, in an order in which everything refers to what is there: the kind in the names of operations,
/// and the path below the dataset.
struct Thing {
  std::string kind;
  std::string path;
};
std::vector<Thing> const& things() {
  static std::vector<Thing> const all{
      {"dataset", ""},
      {"place", "/places/corridor"},
      {"actor", "/actors/contingent"},
      {"actor", "/actors/ru-mod"},
      {"actor_relation", "/actors/contingent/relations/r01"},
      {"source", "/sources/last-convoy"},
      {"event", "/events/convoys"},
      {"event", "/events/presence"},
      {"event_relation", "/events/convoys/relations/ends/presence"},
      {"event_relation_across_datasets", "/events/convoys/relations/ends/elsewhere/presence"},
      {"claim", "/claims/c01"},
      {"saved_timeline", "/timelines/withdrawal"}};
  return all;
}

/// Does what the reference describes, with the bodies that it shows, and holds each answer against it.
class ReferenceWrites : public testing::Test {
 protected:
  ReferenceWrites() : editor_(database_.pool()) {}

  static std::string path_of(Thing const& thing) { return "/v1/datasets/d" + thing.path; }

  http::Response send(Operation const& operation, std::string const& path, std::string const& body,
                      test::Editor::Options const& options = {}) {
    auto answer = editor_.send(operation.method, path, body, options);
    for (auto const& difference : test::undescribed(operation, answer))
      ADD_FAILURE() << operation.method << ' ' << path << ": " << difference;
    return answer;
  }
  http::Response send_matching(Operation const& operation, std::string const& path, std::string const& body,
                               std::string const& if_match) {
    test::Editor::Options options;
    options.if_match = if_match;
    if (operation.method == "PATCH") options.content_type = "application/merge-patch+json";
    return send(operation, path, body, options);
  }
  void put_all() {
    for (auto const& thing : things()) {
      auto const put = test::operation("put_" + thing.kind);
      auto const answer = send(put, path_of(thing), put.body()["example"].dump());
      ASSERT_EQ(answer.status, 201) << path_of(thing) << ' ' << answer.body;
    }
  }
  static void expect_fits(Operation const& operation, Json const& body) {
    for (auto const& fault : test::schema_faults(test::openapi(), operation.body()["schema"], body))
      ADD_FAILURE() << operation.id() << fault;
  }

  test::TestDatabase database_;
  test::Editor editor_;
};

TEST_F(ReferenceWrites, PutTakesWhatIsShownAndWhatWasRead) {
  put_all();
  for (auto const& thing : things()) {
    auto const put = test::operation("put_" + thing.kind);
    expect_fits(put, put.body()["example"]);
    if (thing.kind == "event_relation_across_datasets") continue;  // no such dataset yet: it is not seen
    auto const get = test::operation("get_" + thing.kind);
    auto const read = send(get, path_of(thing), "");
    EXPECT_EQ(read.status, 200);
    expect_fits(put, Json::parse(read.body));
    auto const again = send_matching(put, path_of(thing), read.body, "*");
    EXPECT_EQ(again.status, 200) << again.body;
    EXPECT_EQ(again.body, read.body) << "as it was";
  }
}

TEST_F(ReferenceWrites, WhatIsRequiredIsMissed) {
  put_all();
  for (auto const& thing : things()) {
    auto const put = test::operation("put_" + thing.kind);
    auto const schema = test::resolved(put.body()["schema"]);
    std::vector<std::string> required;
    for (auto const& member : schema.value("required", Json::array()))
      required.push_back("/" + member.get<std::string>() + " required");
    auto faults = test::faults_of(send_matching(put, path_of(thing), "{}", "*"));
    std::sort(faults.begin(), faults.end());
    std::sort(required.begin(), required.end());
    EXPECT_EQ(faults, required) << put.id();
  }
}

TEST_F(ReferenceWrites, WhatIsThereIsGuarded) {
  put_all();
  for (auto const& thing : things()) {
    auto const put = test::operation("put_" + thing.kind);
    auto const body = put.body()["example"].dump();
    bool const guarded = put.takes("header", "If-Match");
    EXPECT_EQ(send(put, path_of(thing), body).status, guarded ? 428 : 200) << put.id();
    EXPECT_EQ(send_matching(put, path_of(thing), body, "\"999\"").status, guarded ? 412 : 200) << put.id();
    auto const remove = test::operation("delete_" + thing.kind);
    if (!remove.takes("header", "If-Match")) continue;
    EXPECT_EQ(send(remove, path_of(thing), "").status, 428) << remove.id();
    EXPECT_EQ(send_matching(remove, path_of(thing), "", "\"999\"").status, 412) << remove.id();
  }
}

TEST_F(ReferenceWrites, EveryRefusalIsDescribed) {
  put_all();
  for (auto const& thing : things()) {
    auto const put = test::operation("put_" + thing.kind);
    EXPECT_EQ(send(put, path_of(thing), "{").status, 400) << put.id();
    EXPECT_EQ(send_matching(put, path_of(thing), R"({"nonsense": 1})", "*").status, 422) << put.id();
    EXPECT_EQ(send(put, path_of(thing) + "?nonsense=1", "{}").status, 400) << put.id();
    test::Editor::Options options;
    options.content_type = "text/plain";
    EXPECT_EQ(send(put, path_of(thing), "{}", options).status, 415) << put.id();
    options = {};
    options.anonymous = true;
    for (auto const* verb : {"put_", "delete_"})
      EXPECT_EQ(send(test::operation(verb + thing.kind), path_of(thing), "{}", options).status, 401);
    auto absent = path_of(thing);
    absent.replace(absent.find("datasets/d") + 9, 1, "absent");
    EXPECT_EQ(send_matching(test::operation("delete_" + thing.kind), absent, "", "*").status, 404) << absent;
  }
}

TEST_F(ReferenceWrites, PatchChangesWhatItShows) {
  put_all();
  for (auto const& thing : things()) {
    if (thing.kind.find("relation") != std::string::npos) continue;
    auto const patch = test::operation("patch_" + thing.kind);
    auto const read = test::header_of(editor_.get(path_of(thing)), "ETag");
    auto const answer = send_matching(patch, path_of(thing), patch.body()["example"].dump(), read);
    ASSERT_EQ(answer.status, 200) << patch.id() << ' ' << answer.body;
    EXPECT_NE(test::header_of(answer, "ETag"), read) << patch.id();
    EXPECT_EQ(send_matching(patch, path_of(thing), "{}", read).status, 412) << patch.id();
  }
}

TEST_F(ReferenceWrites, PostMakesOneThingOnce) {
  put_all();
  for (auto const& thing : things()) {
    if (thing.kind == "dataset" || thing.kind.find("relation") != std::string::npos) continue;
    auto const post = test::operation("post_" + thing.kind);
    auto const path = path_of(thing);
    auto const collection = path.substr(0, path.rfind('/'));
    auto body = post.body()["example"];
    test::Editor::Options options;
    options.idempotency_key = path;
    auto const made = send(post, collection, body.dump(), options);
    EXPECT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(send(post, collection, body.dump(), options).body, made.body) << post.id();
    EXPECT_EQ(test::problem_of(send(post, collection, "{}", options)), "key-reused") << post.id();
    body["key"] = path.substr(path.rfind('/') + 1);
    expect_fits(post, body);
    EXPECT_EQ(test::problem_of(send(post, collection, body.dump())), "exists") << post.id();
  }
}

TEST_F(ReferenceWrites, ADecisionIsTakenAsItIsShown) {
  put_all();
  auto const post = test::operation("post_duplicate");
  auto const body = post.body()["example"];
  expect_fits(post, body);
  test::Editor::Options options;
  options.idempotency_key = "once";
  auto const made = send(post, "/v1/duplicates", body.dump(), options);
  EXPECT_EQ(made.status, 200) << made.body;
  EXPECT_EQ(send(post, "/v1/duplicates", body.dump(), options).body, made.body);
  expect_fits(post, Json::parse(made.body));
  EXPECT_EQ(send(post, "/v1/duplicates", "{}").status, 422);
  EXPECT_EQ(send(post, "/v1/duplicates", "{").status, 400);
  EXPECT_EQ(test::problem_of(send(post, "/v1/duplicates", "{}", options)), "key-reused");
  options.anonymous = true;
  EXPECT_EQ(send(post, "/v1/duplicates", body.dump(), options).status, 401);
}

TEST_F(ReferenceWrites, DeleteTakesItsUsersAlongOnlyWhenAsked) {
  put_all();
  for (auto const* used : {"place", "source", "actor", "event", "dataset"}) {
    auto const remove = test::operation(std::string("delete_") + used);
    auto const thing =
        std::find_if(things().begin(), things().end(), [&](auto const& t) { return t.kind == used; });
    EXPECT_EQ(test::problem_of(send_matching(remove, path_of(*thing), "", "*")), "in-use") << used;
  }
  for (auto thing = things().rbegin(); thing != things().rend(); ++thing) {
    auto const remove = test::operation("delete_" + thing->kind);
    auto const cascade = remove.takes("query", "cascade") ? "?cascade=true" : "";
    EXPECT_EQ(send_matching(remove, path_of(*thing) + cascade, "", "*").status, 204) << remove.id();
  }
}

}  // namespace
}  // namespace annals
