#include <gtest/gtest.h>

#include <iostream>

#include "support/case_service.hpp"
#include "support/editor.hpp"
#include "support/effort.hpp"
#include "support/follower.hpp"
#include "support/model/random_writes.hpp"
#include "support/model/reading.hpp"

namespace annals {
namespace {

using namespace test::model;

void expect_same(Json const& found, Json const& expected, std::string const& what) {
  EXPECT_TRUE(found == expected) << what << "\nfound and expected differ by "
                                 << Json::diff(expected, found).dump(1);
}

std::string path_of(Write const& write) {
  std::string const base = std::string("/v1/datasets/") + dataset;
  auto const& [collection, key] = write.name;
  if (collection == "datasets") return base + (write.cascade ? "?cascade=true" : "");
  if (write.form == Write::Form::post) return base + "/" + collection;
  auto path = base + "/" + collection + "/" + key;
  if (collection == "actor_relations") path = base + "/actors/" + write.actor + "/relations/" + key;
  if (write.form == Write::Form::relate || write.form == Write::Form::unrelate) {
    path += "/relations/" + write.relation + "/";
    return path + (write.relation_dataset == dataset ? "" : write.relation_dataset + "/") +
           write.relation_other;
  }
  return path + (write.cascade ? "?cascade=true" : "");
}

std::string method_of(Write::Form form) {
  if (form == Write::Form::post) return "POST";
  if (form == Write::Form::patch) return "PATCH";
  return form == Write::Form::remove || form == Write::Form::unrelate ? "DELETE" : "PUT";
}

/// A dataset, what the model says of it, and who follows it.
class RandomWritesTest : public testing::Test {
 protected:
  RandomWritesTest()
      : editors_{test::Editor(database_.pool(), "Anahit"), test::Editor(database_.pool(), "Leyla")},
        random_(model_, test::random_seed()) {
    editors_[0].put(other_dataset, {{"title", "Elsewhere"}});
    editors_[0].put(std::string(other_dataset) + "/events/" + other_event,
                    {{"title", "Elsewhere"}, {"type", "talks"}, {"status", "occurred"}});
    Write write;
    write.name = {"datasets", dataset};
    write.body = {{"title", "D"}};
    auto const made = editors_[0].put(dataset, write.body);
    static_cast<void>(model_.apply(write));
    model_.happened(made["updated_at"], "Anahit", "");
    expect_changes(*live_, live_told_, live_moment_);
  }

  void take_step();
  void expect_answer(http::Response const& response, Outcome const& outcome, Write const& write);
  void expect_relation(Json const& found, Write const& write);
  void expect_reading(Name const& name);
  void expect_changes(test::Follower& follower, std::size_t& told, std::size_t& moment);
  void expect_lists(Things const& things, std::string const& as_of);
  void expect_copy(test::Follower const& follower);
  void expect_history(Name const& name);
  [[nodiscard]] Json read(std::string const& path) {
    return with_plain_dates(editors_[0].json(std::string("/v1/datasets/") + dataset + path));
  }
  /// The newest of a thing's history; the order of changed members says nothing.
  [[nodiscard]] Json history(std::string const& path, int limit) {
    auto items = read(path + "/history?limit=" + std::to_string(limit))["items"];
    for (auto& item : items) std::sort(item["changed"].begin(), item["changed"].end());
    return items;
  }
  [[nodiscard]] Json version_item(Version const& version) const;
  [[nodiscard]] Json change_item(Name const& name, std::size_t moment) const;

  test::TestDatabase database_;
  test::Editor editors_[2];
  DatasetModel model_;
  RandomWrites random_;
  std::map<std::string, int> answers_;  // how many of each status or problem
  std::size_t live_told_ = 0, live_moment_ = 0, late_told_ = 0, late_moment_ = 0;
  std::unique_ptr<test::Follower> live_ = std::make_unique<test::Follower>(editors_[0], dataset);
  std::unique_ptr<test::Follower> late_ = std::make_unique<test::Follower>(editors_[0], dataset);
};

void RandomWritesTest::take_step() {
  auto step = random_.next();
  auto& write = step.write;
  if (step.restored) {
    auto const path = path_of(write) + "/history/" + std::to_string(step.restored->number);
    write.body = editors_[0].json(path);
    expect_same(with_plain_dates(write.body),
                shown(model_.moments()[step.restored->moment].things, write.name), path);
    if (!step.as_read) write.body = written_part(write.name.first, write.body);
  }
  auto const writer = random_.number(2);
  test::Editor::Options options;
  options.if_match = write.if_match;
  options.if_none_match = write.only_new ? "*" : "";
  options.reason = random_.number(2) == 0 ? "" : "reason " + std::to_string(random_.number(1000));
  bool const has_body = write.form != Write::Form::remove && write.form != Write::Form::unrelate;
  auto const response = editors_[writer].send(method_of(write.form), path_of(write),
                                              has_body ? write.body.dump() : "", options);
  if (write.form == Write::Form::post && !write.body.contains("key"))
    write.name.second = response.status == 201 ? Json::parse(response.body)["key"] : Json("not made");
  auto const outcome = model_.apply(write);
  ++answers_[outcome.problem.empty() ? std::to_string(outcome.status) : outcome.problem];
  SCOPED_TRACE(method_of(write.form) + " " + path_of(write) + " If-Match " + write.if_match + " " +
               write.body.dump() + "\n" + response.body);
  live_->catch_up();
  bool const changed = live_->changes().size() > live_told_;
  ASSERT_EQ(changed, !model_.pending().empty());
  if (changed) {
    auto const names = model_.pending();
    model_.happened(live_->changes()[live_told_]["at"], writer == 0 ? "Anahit" : "Leyla", options.reason);
    for (auto const& name : names) expect_reading(name);
  }
  expect_changes(*live_, live_told_, live_moment_);
  expect_answer(response, outcome, write);
  // What is derived from others shows in the events.
  expect_same(read("/events?limit=1000&undated=include")["items"], listed(model_.now(), "events"), "events");
}

void RandomWritesTest::expect_answer(http::Response const& response, Outcome const& outcome,
                                     Write const& write) {
  EXPECT_EQ(response.status, outcome.status);
  EXPECT_EQ(test::problem_of(response), outcome.problem);
  auto faults = response.body.empty() ? std::vector<std::string>() : test::faults_of(response);
  std::sort(faults.begin(), faults.end());
  EXPECT_EQ(faults, outcome.faults);
  if (outcome.status >= 300) return;
  if (outcome.status == 204) {
    EXPECT_EQ(response.body, "");
    return;
  }
  auto const body = with_plain_dates(Json::parse(response.body));
  if (write.form == Write::Form::relate) return expect_relation(body, write);
  expect_same(body, shown(model_.now(), write.name), "the answer");
  EXPECT_EQ(test::header_of(response, "ETag"),
            '"' + std::to_string(model_.now().at(write.name)->version) + '"');
  EXPECT_EQ(test::header_of(response, "Location").empty(), outcome.status == 200);
}

void RandomWritesTest::expect_relation(Json const& found, Write const& write) {
  for (auto const& relation : relations_shown(model_.now(), write.name)) {
    if (relation["relation"] == write.relation && relation["other"] == write.relation_other &&
        relation["dataset"] == write.relation_dataset)
      return expect_same(found, relation, "the relation");
  }
  FAIL() << "the model has no such relation";
}

/// A thing by itself, and the newest of its history.
void RandomWritesTest::expect_reading(Name const& name) {
  auto const& [collection, key] = name;
  bool const holds = model_.holds(name);
  if (collection == "actor_relations" || collection == "datasets") {
    if (collection == "datasets") expect_same(read(""), shown(model_.now(), name), "the dataset");
    return;
  }
  auto const path = "/" + collection + "/" + key;
  if (holds)
    expect_same(read(path), shown(model_.now(), name), path);
  else
    EXPECT_EQ(editors_[0].get(std::string("/v1/datasets/") + dataset + path).status, 404) << path;
  expect_same(history(path, 1)[0], version_item(model_.history().at(name).back()), path);
}

Json RandomWritesTest::version_item(Version const& version) const {
  return {{"version", version.number}, {"at", model_.moments()[version.moment].at},
          {"by", version.by},          {"reason", version.reason.empty() ? Json() : Json(version.reason)},
          {"batch", nullptr},          {"deleted", version.deleted},
          {"changed", version.changed}};
}

Json RandomWritesTest::change_item(Name const& name, std::size_t moment) const {
  auto const& versions = model_.history().at(name);
  auto const version = std::find_if(versions.begin(), versions.end(),
                                    [&](Version const& each) { return each.moment == moment; });
  auto item = version_item(*version);
  item.erase("changed");
  item["collection"] = name.first;
  item["key"] = name.second;
  item["thing"] = nullptr;
  if (version->deleted) return item;
  auto const& things = model_.moments()[moment].things;
  item["thing"] = shown(things, name);
  if (name.first == "events") item["relations"] = relations_shown(things, name);
  return item;
}

/// Every version since then in the order of the moments, none missing and none twice.
void RandomWritesTest::expect_changes(test::Follower& follower, std::size_t& told, std::size_t& moment) {
  follower.catch_up();
  auto const& changes = follower.changes();
  for (; moment < model_.moments().size(); ++moment) {
    auto const& expected = model_.moments()[moment].changed;
    ASSERT_LE(told + expected.size(), changes.size());
    std::set<Name> seen;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      auto item = with_plain_dates(changes[told++]);
      Name const name{item["collection"], item["key"]};
      ASSERT_TRUE(expected.contains(name)) << item;
      seen.insert(name);
      item.erase("change");
      expect_same(item, change_item(name, moment), "a change");
    }
    EXPECT_EQ(seen, expected);
  }
  EXPECT_EQ(told, changes.size());
}

void RandomWritesTest::expect_lists(Things const& things, std::string const& as_of) {
  auto const suffix = as_of.empty() ? "" : "&as_of=" + as_of;
  for (auto const& collection : collections()) {
    auto const path = "/" + collection + "?limit=1000" + (collection == "events" ? "&undated=include" : "");
    expect_same(read(path + suffix)["items"], listed(things, collection), path + suffix);
  }
  for (auto const& [name, written] : things) {
    if (name.first != "events" && name.first != "actors") continue;
    auto const path = "/" + name.first + "/" + name.second + "/relations?limit=1000";
    expect_same(read(path + suffix)["items"], relations_shown(things, name), path + suffix);
  }
  expect_same(read(as_of.empty() ? "" : "?as_of=" + as_of), shown(things, {"datasets", dataset}),
              "the dataset");
}

/// What was written, version for version; names of others a follower has from the others.
void RandomWritesTest::expect_copy(test::Follower const& follower) {
  std::map<Name, Json> found, expected;
  auto const part = [](std::string const& collection, Json const& thing, Json const& relations) {
    auto all = written_part(collection, thing);
    for (auto const* name : {"version", "created_at", "updated_at"}) all[name] = thing.value(name, Json());
    all["relations"] = relations;
    for (auto& relation : all["relations"]) relation.erase("title");
    return all;
  };
  for (auto const& [name, thing] : follower.copy())
    found[name] = part(name.first, thing, thing.value("relations", Json::array()));
  for (auto const& [name, written] : model_.now()) {
    expected[name] = part(name.first, shown(model_.now(), name),
                          name.first == "events" ? relations_shown(model_.now(), name) : Json::array());
  }
  EXPECT_EQ(found, expected);
}

void RandomWritesTest::expect_history(Name const& name) {
  if (name.first == "actor_relations" || name.first == "datasets") return;
  auto const path = "/" + name.first + "/" + name.second;
  auto const& versions = model_.history().at(name);
  Json expected = Json::array();
  for (auto version = versions.rbegin(); version != versions.rend(); ++version)
    expected.push_back(version_item(*version));
  expect_same(history(path, 1000), expected, path);
  for (auto const& version : versions) {
    auto const one = path + "/history/" + std::to_string(version.number);
    if (version.deleted)
      EXPECT_EQ(editors_[0].get(std::string("/v1/datasets/") + dataset + one).status, 404) << one;
    else
      expect_same(read(one), shown(model_.moments()[version.moment].things, name), one);
  }
}

TEST_F(RandomWritesTest, LeaveTheSameContentHistoryPastAndCopyAsAModel) {
  int const steps = test::rounds(2000, 200);
  int const checkpoint = test::is_long() ? 50 : 20;
  int instants = 0;
  for (int step = 1; step <= steps; ++step) {
    take_step();
    ASSERT_FALSE(HasFailure()) << "at step " << step;
    if (step % checkpoint != 0) continue;
    expect_lists(model_.now(), "");
    expect_changes(*late_, late_told_, late_moment_);
    expect_copy(*late_);
    for (int i = 0; i < 10; ++i, ++instants) {
      auto const& then = model_.moments()[random_.number(model_.moments().size())];
      expect_lists(then.things, then.at);
    }
    ASSERT_FALSE(HasFailure()) << "at step " << step;
  }
  expect_copy(*live_);
  for (auto const& [name, versions] : model_.history()) expect_history(name);
  for (auto const& moment : model_.moments()) {
    if (test::is_long()) expect_lists(moment.things, moment.at);
    expect_same(read("/events?limit=1000&undated=include&as_of=" + moment.at)["items"],
                listed(moment.things, "events"), "events as of " + moment.at);
  }
  std::cout << steps << " steps, " << model_.moments().size() << " changes of " << late_told_ << " versions, "
            << instants << " looks back on the way;";
  for (auto const& [answer, count] : answers_) std::cout << ' ' << count << " x " << answer;
  std::cout << '\n';
}

}  // namespace
}  // namespace annals
