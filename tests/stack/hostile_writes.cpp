#include "stack/hostile_requests.hpp"
#include "stack/hostile_rows.hpp"

namespace annals::test {
namespace {

constexpr auto event_body = R"({"title":"An event","type":"talks","status":"occurred"})";

std::string json_with(std::string const& header) {
  return "Content-Type: application/json\r\n" + header + "\r\n";
}

void add_keys(std::vector<HostileRow>& rows, Writer const& writer, Writer const& other) {
  auto const post = [](Writer const& who, std::string const& body, std::string const& key) {
    return who.send("POST", "/events", body, json_with("Idempotency-Key: " + key));
  };
  std::string const first = R"({"key":"a10","title":"A","type":"talks","status":"occurred"})";
  std::string const second = R"({"key":"a10-b","title":"B","type":"talks","status":"occurred"})";
  rows.insert(rows.end(), {{"A10 key of 10 kB", post(writer, first, times(10000, "k")), {400}, "bad-head"},
                           {"A10 key of 256 bytes", post(writer, first, times(256, "k")), {400}, "bad-head"},
                           {"A10 key with a blank", post(writer, first, "a b"), {400}, "bad-head"},
                           {"A10 key with a line", post(writer, first, "a%0d%0ab"), {400}, "bad-head"}});
  rows.push_back(stored("A10 first use", post(writer, first, "one"),
                        {{"/v1/datasets/hostile/events/a10", "\"title\":\"A\""}},
                        writer.remove("/events/a10")));
  rows.push_back({"A10 reused", post(writer, second, "one"), {422}, "key-reused"});
  rows.push_back(stored("A10 another caller's", post(other, second, "one"),
                        {{"/v1/datasets/hostile/events/a10-b", "\"title\":\"B\""}},
                        writer.remove("/events/a10-b")));
}

void add_preconditions(std::vector<HostileRow>& rows, Writer const& writer) {
  auto const put = [&](std::string const& key, std::string const& header) {
    return writer.send("PUT", "/events/" + key, event_body, json_with(header));
  };
  rows.insert(
      rows.end(),
      {{"A11 * on what is missing", put("missing", "If-Match: *"), {412}, "precondition-failed"},
       {"A11 a tag on what is missing", put("missing", "If-Match: \"1\""), {412}, "precondition-failed"},
       {"A11 1,000 tags", put("ground", "If-Match: " + times(999, "\"1\",") + "\"1\""), {400}, "bad-etag"},
       {"A11 21 tags", put("ground", "If-Match: " + times(20, "\"1\",") + "\"1\""), {400}, "bad-etag"},
       {"A11 stale", put("ground", "If-Match: \"99\""), {412}, "precondition-failed"},
       {"A11 a version beyond all",
        put("ground", "If-Match: \"99999999999999999999\""),
        {412},
        "precondition-failed"},
       {"A11 If-None-Match of a tag", put("ground", "If-None-Match: \"1\""), {400}, "bad-etag"},
       {"A11 new, but there", put("ground", "If-None-Match: *"), {412}, "precondition-failed"},
       {"A11 no precondition", put("ground", "X: y"), {428}, "precondition-required"}});
  for (auto const* tags :
       {"garbage", "1", "\"1", "\"1\" \"2\"", "\"1\",", ",", "w/\"1\"", "*,\"1\"", "\"\"\"", "'1'"})
    rows.push_back(
        {std::string("A11 ") + tags, put("ground", std::string("If-Match: ") + tags), {400}, "bad-etag"});
}

void add_types(std::vector<HostileRow>& rows, Writer const& writer) {
  auto const put = [&](std::string const& headers, std::string const& body = event_body) {
    return writer.send("PUT", "/events/e", body, headers);
  };
  std::string const part = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n";
  std::string const multipart = "Content-Type: multipart/form-data; boundary=x\r\n";
  rows.insert(
      rows.end(),
      {{"H29 no type", put(""), {415}, "unsupported-type"},
       {"H29 text", put("Content-Type: text/plain\r\n"), {415}, "unsupported-type"},
       {"H29 a form", put("Content-Type: application/x-www-form-urlencoded\r\n"), {415}, "unsupported-type"},
       {"H29 a longer type", put("Content-Type: application/json-patch+json\r\n"), {415}, "unsupported-type"},
       {"H29 10,000 parts", put(multipart, times(10000, part) + "--x--\r\n"), {400, 415}},
       {"H29 a part's header of 1 MB",
        put(multipart, "--x\r\nX: " + times(1000000, "x") + "\r\n\r\n--x--\r\n"),
        {400, 415}},
       {"H29 no boundary", put("Content-Type: multipart/form-data\r\n", part), {400, 415}},
       {"H29 packed",
        put("Content-Type: application/json\r\nContent-Encoding: gzip\r\n", "\x1f\x8b"),
        {400, 415}}});
}

void add_reasons(std::vector<HostileRow>& rows, Writer const& writer) {
  auto const put = [&](std::string const& reason) {
    return writer.send("PUT", "/events/e", event_body, json_with("X-Change-Reason: " + reason));
  };
  rows.push_back(stored("H17 a reason with a header in it", put("a%0d%0aSet-Cookie: x"),
                        {{"/v1/datasets/hostile/events/e/history", R"("reason":"a%0d%0aSet-Cookie: x")"}},
                        writer.remove("/events/e")));
  rows.insert(rows.end(), {{"H17 a reason that turns the text around", put("%e2%80%ae"), {400}, "bad-head"},
                           {"H17 a reason that is no UTF-8", put("%ff"), {400}, "bad-head"},
                           {"H17 a reason of 501 characters", put(times(501, "x")), {400}, "bad-head"}});
}

}  // namespace

std::vector<HostileRow> hostile_writes(std::string const& key, std::string const& other_key) {
  Writer const writer(key);
  std::vector<HostileRow> rows;
  add_keys(rows, writer, Writer(other_key));
  add_preconditions(rows, writer);
  add_types(rows, writer);
  add_reasons(rows, writer);
  rows.push_back({"H8 chunks without end",
                  request("PUT", "/v1/datasets/hostile/events/e",
                          "Authorization: Bearer " + key +
                              "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"),
                  {413},
                  "too-large",
                  "",
                  -1,
                  "10000\r\n" + times(65536, " ") + "\r\n",
                  8U << 20});
  rows.push_back(
      stored("T8 a title that would be a header",
             writer.send("PATCH", "", R"({"title":"x\";\r\nSet-Cookie:a"})", json_with("If-Match: *")),
             {{"/v1/datasets/hostile", R"("title":"x\";\nSet-Cookie:a")"},
              {"/v1/datasets/hostile/bundle.zip", "attachment; filename=\"hostile.zip\"\r\n", "Set-Cookie"}},
             writer.send("PATCH", "", R"({"title":"Hostile"})", json_with("If-Match: *"))));
  return rows;
}

}  // namespace annals::test
