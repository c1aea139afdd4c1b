#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "http/message.hpp"

namespace annals::test {

/// An operation as api/openapi.yaml describes it.
struct Operation {
  std::string method;  ///< "PUT"
  std::string path;    ///< "/v1/datasets/{dataset}"
  nlohmann::json content;

  /// "put_dataset".
  [[nodiscard]] std::string id() const { return content["operationId"]; }
  /// The names of its parameters there: "query" or "header".
  [[nodiscard]] std::set<std::string> parameters(std::string const& where) const;
  [[nodiscard]] bool takes(std::string const& where, std::string const& name) const;
  /// What is sent in its body as JSON: schema and example.
  [[nodiscard]] nlohmann::json body() const;
  /// A query that shows what it answers; empty where it has none.
  [[nodiscard]] std::string example() const { return content.value("x-example", ""); }
};

/// The reference.
nlohmann::json const& openapi();
[[nodiscard]] std::vector<Operation> operations();
[[nodiscard]] Operation operation(std::string const& id);
/// What a `$ref` refers to; anything else is itself.
[[nodiscard]] nlohmann::json resolved(nlohmann::json const& given);

/// How an answer to this operation differs from what the reference says of it: its status, its type, its
/// headers, its members.
[[nodiscard]] std::vector<std::string> undescribed(Operation const& of, http::Response const& answer);

}  // namespace annals::test
