#include "support/editor.hpp"

#include <gtest/gtest.h>

#include "db/key_store.hpp"
#include "http/routes.hpp"
#include "support/case_service.hpp"

namespace annals::test {

using Json = nlohmann::json;

namespace {
constexpr std::size_t piece_bytes = 4096;
}

Editor::Editor(db::Pool& pool, std::string const& name, std::int64_t quota) : service_(pool, {}, quota) {
  pool.in_transaction(db::Access::write,
                      [&](db::Transaction& transaction) { key_ = db::create_key(transaction, name); });
}

http::Response Editor::send(std::string const& method, std::string const& target, std::string const& body,
                            Options const& options) {
  http::Request request;
  request.method = method;
  request.target = target;
  request.body = body;
  request.content_type = options.content_type;
  if (!options.anonymous) request.authorization = {"Bearer " + key_};
  auto const set = [](std::optional<std::string>& header, std::string const& value) {
    if (!value.empty()) header = value;
  };
  set(request.if_match, options.if_match);
  set(request.if_none_match, options.if_none_match);
  set(request.idempotency_key, options.idempotency_key);
  set(request.change_reason, options.reason);
  request.content_encoding = options.content_encoding;
  if (http::streams(method, target)) {
    request.body_bytes = static_cast<std::int64_t>(body.size());
    request.read_body = [&](render::Sink const& sink) {
      for (std::size_t at = 0; at < body.size(); at += piece_bytes)
        sink(std::string_view(body).substr(at, piece_bytes));
      return !options.is_cut;
    };
  }
  request.id = "test";
  return service_.answer(request);
}

Json Editor::json(std::string const& target) {
  auto const response = get(target);
  auto const body = body_of(response);
  EXPECT_EQ(response.status, 200) << target << ' ' << body;
  return Json::parse(body, nullptr, false);
}

Json Editor::put(std::string const& path, Json const& body) {
  auto const target = "/v1/datasets/" + path;
  bool const is_there = get(target).status == 200;
  Options options;
  if (is_there) options.if_match = "*";
  auto const response = send("PUT", target, body.dump(), options);
  EXPECT_EQ(response.status, is_there ? 200 : 201) << path << ' ' << response.body;
  return Json::parse(response.body, nullptr, false);
}

http::Response Editor::remove(std::string const& path) {
  Options options;
  options.if_match = "*";
  return send("DELETE", "/v1/datasets/" + path, "", options);
}

std::string problem_of(http::Response const& response) {
  if (response.content_type != "application/problem+json") return "";
  return Json::parse(response.body)["type"].get<std::string>().substr(10);
}

std::vector<std::string> faults_of(http::Response const& response) {
  std::vector<std::string> all;
  auto const problem = Json::parse(response.body, nullptr, false);
  if (!problem.is_object() || !problem.contains("errors")) return all;
  for (auto const& fault : problem["errors"])
    all.push_back(fault["field"].get<std::string>() + " " + fault["code"].get<std::string>());
  return all;
}

}  // namespace annals::test
