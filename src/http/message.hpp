#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "render/sink.hpp"

namespace annals::http {

/// A request as it came, nothing of it decoded.
struct Request {
  std::string method;
  std::string target;                      ///< path and query, percent-encoded
  std::vector<std::string> authorization;  ///< every header of that name
  std::string accept;
  std::string content_type;
  std::string content_encoding;
  std::optional<std::string> content_disposition;
  std::string body;
  /// Instead of `body`, for a route that takes it as it comes (http/routes): gives its pieces to the sink;
  /// false where it ended too early.
  std::function<bool(render::Sink const&)> read_body;
  std::optional<std::int64_t> body_bytes;  ///< as many as the head says
  std::optional<std::string> if_match;
  std::optional<std::string> if_none_match;
  std::optional<std::string> idempotency_key;
  std::optional<std::string> change_reason;  ///< decoded, where it was percent-encoded
  std::string id;                            ///< of this request, in the log and in X-Request-Id
};

struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  /// Instead of `body`: tells the answer as it is made. An exception cuts the answer visibly.
  std::function<void(render::Sink const&)> stream;
};

/// An error as application/problem+json; `path` is the request's.
[[nodiscard]] Response problem_response(Problem problem, std::string_view detail, std::string_view path,
                                        std::vector<Fault> const& faults = {});

}  // namespace annals::http
