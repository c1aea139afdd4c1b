#include "stack/hostile_requests.hpp"

#include "stack/hostile_rows.hpp"

namespace annals::test {

std::string request(std::string const& method, std::string const& target, std::string const& headers,
                    std::string const& body) {
  return method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n" + body;
}

std::string get(std::string const& target, std::string const& headers) {
  return request("GET", target, headers);
}

std::string Writer::send(std::string const& method, std::string const& path, std::string const& body,
                         std::string const& headers) const {
  auto const length = "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return request(method, "/v1/datasets/hostile" + path, headers_ + headers + length, body);
}

std::string Writer::put_event(std::string const& members, std::string const& key) const {
  std::string body = R"({"type":"talks","status":"occurred")";
  if (members.find("\"title\"") == std::string::npos) body += R"(,"title":"An event")";
  return put("/events/" + key, body + (members.empty() ? "" : ",") + members + '}');
}

std::string Writer::remove(std::string const& path) const {
  return send("DELETE", path, "", "If-Match: *\r\n");
}

HostileRow stored(std::string name, std::string bytes, std::vector<Shown> shown, std::string undo) {
  HostileRow row{std::move(name), std::move(bytes), {200, 201}};
  row.shown = std::move(shown);
  row.undo = std::move(undo);
  return row;
}

std::string json_text(std::string const& text) {
  std::string out = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string times(std::size_t count, std::string const& text) {
  std::string out;
  out.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

}  // namespace annals::test
