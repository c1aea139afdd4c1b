#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "http/service.hpp"
#include "support/database.hpp"

namespace annals::test {

/// A client with an editor's key, on a service without a socket.
class Editor {
 public:
  explicit Editor(db::Pool& pool, std::string const& name = "tests", std::int64_t quota = 0);

  struct Options {
    std::string if_match = "";
    std::string if_none_match = "";
    std::string idempotency_key = "";
    std::string reason = "";
    std::string content_type = "application/json";
    std::string content_encoding = "";
    bool is_cut = false;  ///< the body ends too early
    bool anonymous = false;
  };
  [[nodiscard]] http::Response send(std::string const& method, std::string const& target,
                                    std::string const& body, Options const& options);
  [[nodiscard]] http::Response send(std::string const& method, std::string const& target,
                                    std::string const& body = "") {
    return send(method, target, body, Options{});
  }
  [[nodiscard]] http::Response get(std::string const& target) { return send("GET", target); }
  [[nodiscard]] nlohmann::json json(std::string const& target);
  /// PUT under /v1/datasets/, whatever is there; its JSON.
  nlohmann::json put(std::string const& path, nlohmann::json const& body);
  /// DELETE under /v1/datasets/, whatever its version.
  http::Response remove(std::string const& path);
  [[nodiscard]] std::string const& key() const { return key_; }

 private:
  http::Service service_;
  std::string key_;
};

/// "not-found" of a problem; "" of anything else.
[[nodiscard]] std::string problem_of(http::Response const& response);
/// Field and code of its faults: "/title required".
[[nodiscard]] std::vector<std::string> faults_of(http::Response const& response);

}  // namespace annals::test
