#include "described.hpp"

#include <algorithm>

#include "reference.hpp"
#include "support/case_service.hpp"
#include "support/json_schema.hpp"

namespace annals::test {
namespace {

using Json = nlohmann::json;

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
  return text;
}

/// Those of every answer, which the reference tells of once.
bool is_common(std::string const& header) {
  static std::set<std::string> const common{"Cache-Control", "Access-Control-Allow-Origin",
                                            "X-Content-Type-Options", "X-Request-Id"};
  return common.contains(header);
}

/// "text/csv" of "text/csv; charset=utf-8".
std::string type_of(http::Response const& answer) {
  return answer.content_type.substr(0, answer.content_type.find(';'));
}

/// A problem that any request may get stands, by its name, in what is said of all others.
Json response_of(Operation const& of, http::Response const& answer) {
  auto const& responses = of.content["responses"];
  auto const status = std::to_string(answer.status);
  if (responses.contains(status)) return resolved(responses[status]);
  auto const any = resolved(responses["default"]);
  auto const named = any["description"].get<std::string>().find(status) != std::string::npos;
  return named ? any : Json();
}

}  // namespace

Json const& openapi() {
  static auto const document = Json::parse(reference::openapi);
  return document;
}

Json resolved(Json const& given) {
  if (!given.is_object() || !given.contains("$ref")) return given;
  return openapi().at(Json::json_pointer(given["$ref"].get<std::string>().substr(1)));
}

std::set<std::string> Operation::parameters(std::string const& where) const {
  std::set<std::string> names;
  for (auto const& each : content.value("parameters", Json::array())) {
    auto const parameter = resolved(each);
    if (parameter["in"] == where) names.insert(parameter["name"]);
  }
  return names;
}

bool Operation::takes(std::string const& where, std::string const& name) const {
  return parameters(where).contains(name);
}

Json Operation::body() const {
  if (!content.contains("requestBody")) return nullptr;
  auto const& types = content["requestBody"]["content"];
  return types.contains("application/merge-patch+json") ? types["application/merge-patch+json"]
                                                        : types["application/json"];
}

std::vector<Operation> operations() {
  std::vector<Operation> all;
  for (auto const& [path, methods] : openapi()["paths"].items()) {
    for (auto const& [method, content] : methods.items()) {
      if (method != "parameters") all.push_back({upper(method), path, content});
    }
  }
  return all;
}

Operation operation(std::string const& id) {
  for (auto const& each : operations()) {
    if (each.id() == id) return each;
  }
  throw std::logic_error("the reference has no operation " + id);
}

std::vector<std::string> undescribed(Operation const& of, http::Response const& answer) {
  auto const what = of.id() + " answers " + std::to_string(answer.status);
  auto const response = response_of(of, answer);
  if (response.is_null()) return {what};
  std::vector<std::string> all;
  auto const headers = response.value("headers", Json::object());
  for (auto const& [name, value] : answer.headers) {
    if (!is_common(name) && !headers.contains(name)) all.push_back(what + " with the header " + name);
  }
  auto const types = response.value("content", Json::object());
  auto const type = type_of(answer);
  if (type.empty()) return all;
  if (!types.contains(type)) {
    all.push_back(what + " as " + type);
    return all;
  }
  auto const body = body_of(answer);
  if (type.ends_with("json") && type != "application/x-ndjson") {
    for (auto const& fault : schema_faults(openapi(), types[type]["schema"], Json::parse(body)))
      all.push_back(what + ": " + fault);
  }
  return all;
}

}  // namespace annals::test
