#include "support/case_service.hpp"

#include <gtest/gtest.h>

#include "service/import_file.hpp"

namespace annals::test {

CaseService::CaseService(std::string const& bundle) {
  static_cast<void>(service::import_bundle(database_.pool(), bundle));
  service_ = std::make_unique<http::Service>(database_.pool());
}

http::Response CaseService::send(http::Request request) {
  request.id = "test";
  return service_->answer(request);
}

http::Response CaseService::get(std::string const& target) {
  http::Request request;
  request.method = "GET";
  request.target = target;
  return send(request);
}

nlohmann::json CaseService::json(std::string const& target) {
  auto const response = get(target);
  auto const body = body_of(response);
  EXPECT_EQ(response.status, 200) << target << ' ' << body;
  return nlohmann::json::parse(body);
}

std::string body_of(http::Response const& response) {
  std::string body = response.body;
  if (response.stream) response.stream([&](std::string_view piece) { body += piece; });
  return body;
}

std::string header_of(http::Response const& response, std::string const& name) {
  for (auto const& [each, value] : response.headers) {
    if (each == name) return value;
  }
  return "";
}

}  // namespace annals::test
