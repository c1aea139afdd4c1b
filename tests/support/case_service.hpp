#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "http/service.hpp"
#include "support/database.hpp"

namespace annals::test {

/// The service over a database that holds the reference case, without a socket.
class CaseService {
 public:
  explicit CaseService(std::string const& bundle);

  [[nodiscard]] http::Response send(http::Request request);
  [[nodiscard]] http::Response get(std::string const& target);
  /// The body of an answer that must be 200 and JSON.
  [[nodiscard]] nlohmann::json json(std::string const& target);
  [[nodiscard]] TestDatabase& database() { return database_; }

 private:
  TestDatabase database_;
  std::unique_ptr<http::Service> service_;
};

/// The whole body of an answer, also of one that streams.
[[nodiscard]] std::string body_of(http::Response const& response);
/// A header's value; empty where it is not there.
[[nodiscard]] std::string header_of(http::Response const& response, std::string const& name);

}  // namespace annals::test
