#pragma once

#include <string>

namespace annals::test {

/// The bytes of requests; `headers` end with CR LF each.
[[nodiscard]] std::string request(std::string const& method, std::string const& target,
                                  std::string const& headers = "", std::string const& body = "");
[[nodiscard]] std::string get(std::string const& target, std::string const& headers = "");

/// Who writes to the dataset `hostile`.
class Writer {
 public:
  explicit Writer(std::string const& key) : headers_("Authorization: Bearer " + key + "\r\n") {}

  /// A JSON body to a path under /v1/datasets/hostile; the length and all else are right.
  [[nodiscard]] std::string send(std::string const& method, std::string const& path, std::string const& body,
                                 std::string const& headers = "Content-Type: application/json\r\n") const;
  [[nodiscard]] std::string put(std::string const& path, std::string const& body) const {
    return send("PUT", path, body);
  }
  /// An event that is sound but for `members`: "\"date\":\"2021-13\"".
  [[nodiscard]] std::string put_event(std::string const& members, std::string const& key = "e") const;
  /// Of any version.
  [[nodiscard]] std::string remove(std::string const& path) const;

 private:
  std::string headers_;
};

/// Text as a JSON string, quotes and backslashes escaped.
[[nodiscard]] std::string json_text(std::string const& text);

/// `text`, `count` times.
[[nodiscard]] std::string times(std::size_t count, std::string const& text);

}  // namespace annals::test
