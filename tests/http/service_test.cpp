#include <gtest/gtest.h>

#include "db/key_store.hpp"
#include "http/routes.hpp"
#include "reference.hpp"
#include "support/case_service.hpp"
#include "wire/problem_json.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;

class HttpService : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    case_ = std::make_unique<test::CaseService>(ANNALS_EXAMPLES "/karabakh");
    case_->database().pool().in_transaction(
        db::Access::write, [](db::Transaction& transaction) { key_ = db::create_key(transaction, "tests"); });
  }
  static void TearDownTestSuite() { case_.reset(); }

  static http::Response send(std::string const& method, std::string const& target,
                             std::vector<std::string> const& authorization = {},
                             std::string const& accept = "") {
    http::Request request;
    request.method = method;
    request.target = target;
    request.authorization = authorization;
    request.accept = accept;
    return case_->send(request);
  }
  static std::string type_of(http::Response const& response) {
    EXPECT_EQ(response.content_type, "application/problem+json");
    auto const body = Json::parse(response.body);
    EXPECT_EQ(body["status"], response.status);
    EXPECT_FALSE(body["title"].get<std::string>().empty());
    EXPECT_FALSE(body["detail"].get<std::string>().empty());
    return body["type"].get<std::string>().substr(10);
  }
  static std::unique_ptr<test::CaseService> case_;
  static std::string key_;
};
std::unique_ptr<test::CaseService> HttpService::case_;
std::string HttpService::key_;

TEST_F(HttpService, AWriteNeedsAKey) {
  for (auto const* method : {"POST", "PUT", "PATCH", "DELETE"}) {
    for (auto const* target : {"/v1/datasets/karabakh/events", "/v1/absent", "/v1/timeline"}) {
      auto const response = send(method, target);
      EXPECT_EQ(response.status, 401) << method << target;
      EXPECT_EQ(type_of(response), "unauthorised");
      EXPECT_EQ(test::header_of(response, "WWW-Authenticate"), "Bearer");
    }
  }
}

TEST_F(HttpService, AKeyThatIsSentMustBeGood) {
  auto wrong = key_;
  wrong.back() = wrong.back() == 'a' ? 'b' : 'a';
  std::string first;
  for (auto const& value :
       {"Bearer " + wrong, "Bearer annals_" + std::string(51, 'x'), std::string("Bearer "),
        std::string("Basic abc"), "Bearer " + std::string(10000, 'a'), key_}) {
    auto const response = send("GET", "/v1/events", {value});
    EXPECT_EQ(response.status, 401) << value;
    if (first.empty()) first = response.body;
    EXPECT_EQ(response.body, first);
  }
  EXPECT_EQ(send("GET", "/v1/events", {"Bearer " + key_}).status, 200);
  EXPECT_EQ(type_of(send("GET", "/v1/events", {"Bearer " + key_, "Bearer " + key_})), "bad-head");
}

TEST_F(HttpService, AMethodThatThePathHasNotIsToldWithThoseItHas) {
  auto const response = send("PATCH", "/v1/timeline", {"Bearer " + key_});
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(type_of(response), "method-not-allowed");
  EXPECT_EQ(test::header_of(response, "Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(send("POST", "/healthz").status, 405);
  EXPECT_EQ(send("OPTIONS", "/v1/events").status, 204);
}

TEST_F(HttpService, WhatIsNotSeenIsNotThere) {
  std::string first;
  for (auto const* target :
       {"/v1/datasets/absent", "/v1/datasets/absent/events", "/v1/datasets/karabakh/events/absent",
        "/v1/datasets/absent/events/deployment", "/v1/events?dataset=absent", "/v1/datasets/a..b/actors",
        "/v1/absent", "/absent", "/v1", "/v1/timeline?dataset=absent", "/v1/timeline?seed=karabakh/absent"}) {
    auto const response = send("GET", target);
    EXPECT_EQ(response.status, 404) << target;
    auto body = Json::parse(response.body);
    body.erase("instance");
    if (first.empty()) first = body.dump();
    EXPECT_EQ(body.dump(), first) << target;
  }
}

TEST_F(HttpService, FormatsAreChosenBySuffixThenByAccept) {
  EXPECT_EQ(send("GET", "/v1/timeline.md").content_type, "text/markdown; charset=utf-8");
  EXPECT_EQ(send("GET", "/v1/timeline.csv", {}, "application/json").content_type,
            "text/csv; charset=utf-8; header=present");
  EXPECT_EQ(send("GET", "/v1/timeline", {}, "text/csv").content_type,
            "text/csv; charset=utf-8; header=present");
  EXPECT_EQ(send("GET", "/v1/timeline", {}, "text/markdown;q=0.5, text/csv;q=0.4").content_type,
            "text/markdown; charset=utf-8");
  EXPECT_EQ(send("GET", "/v1/timeline", {}, "text/html, */*;q=0.1").content_type, "text/html; charset=utf-8");
  EXPECT_EQ(send("GET", "/v1/timeline", {}, "image/gif, */*;q=0.1").content_type, "application/json");
  for (auto const* target : {"/v1/timeline.exe", "/v1/events.exe", "/v1/timeline.json.exe"}) {
    EXPECT_EQ(type_of(send("GET", target)), "not-acceptable") << target;
  }
  EXPECT_EQ(type_of(send("GET", "/v1/timeline", {}, "application/xml")), "not-acceptable");
  EXPECT_EQ(type_of(send("GET", "/v1/events", {}, "application/xml")), "not-acceptable");
}

TEST_F(HttpService, HeadersSayHowAnAnswerMayBeUsed) {
  auto const response = send("GET", "/v1/events");
  EXPECT_EQ(test::header_of(response, "Cache-Control"), "no-cache");
  EXPECT_EQ(test::header_of(response, "Access-Control-Allow-Origin"), "*");
  EXPECT_EQ(test::header_of(response, "X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(test::header_of(response, "X-Request-Id"), "test");
}

TEST_F(HttpService, EveryProblemIsServedAndDescribed) {
  std::vector<std::string> described;
  for (auto const& problem : reference::problems) described.emplace_back(problem.name);
  std::vector<std::string> known;
  for (int i = 0; i < problem_count; ++i) known.emplace_back(name(static_cast<Problem>(i)));
  EXPECT_EQ(described, known);
  for (auto const& each : known) {
    auto const response = send("GET", "/problems/" + each);
    EXPECT_EQ(response.status, 200) << each;
    EXPECT_NE(response.body.find("<h1>" + each + "</h1>"), std::string::npos);
  }
  EXPECT_EQ(send("GET", "/problems/absent").status, 404);
  for (int i = 0; i < problem_count; ++i) {
    auto const kind = wire::kind_of(static_cast<Problem>(i));
    EXPECT_GE(kind.status, 400);
    EXPECT_FALSE(kind.title.empty());
  }
}

TEST_F(HttpService, LivesAndIsReady) {
  EXPECT_EQ(send("GET", "/healthz").status, 200);
  EXPECT_EQ(send("GET", "/readyz").status, 200);
  EXPECT_EQ(send("HEAD", "/v1/events").status, 200);
}

TEST_F(HttpService, SeveralFaultsAreToldTogether) {
  auto const body = Json::parse(send("GET", "/v1/events?from=x&bbox=1&limit=5").body);
  EXPECT_EQ(body["type"], "/problems/invalid-parameter");
  ASSERT_EQ(body["errors"].size(), 2U);
  EXPECT_EQ(body["errors"][0]["field"], "from");
  EXPECT_EQ(body["errors"][1]["field"], "bbox");
}

}  // namespace
}  // namespace annals
