#include "stack/hostile_requests.hpp"
#include "stack/hostile_rows.hpp"

namespace annals::test {
namespace {

constexpr auto event_target = "/v1/datasets/hostile/events/e";
constexpr auto source_target = "/v1/datasets/hostile/sources/s";

void add_characters(std::vector<HostileRow>& rows, Writer const& writer) {
  auto const refused = [&](std::string const& name, std::string const& text) {
    rows.push_back(
        {"T1 " + name, writer.put_event("\"title\":\"ab" + text + "\""), {422}, "bad-text", "/title", 2});
  };
  for (auto const* escaped :
       {"\\u0000", "\\u0001", "\\b", "\\u001f", "\\u007f", "\\r", "\\ufffe", "\\uffff", "\\ud83f\\udffe"})
    refused(escaped, escaped);
  refused("raw U+FFFE", "\uFFFE");
  refused("raw DEL", "\x7F");
  for (auto const* broken :
       {"\xC0\xAF", "\xF4\x90\x80\x80", "\xED\xA0\x80", "\xFF", "\xE2\x82", "\\udc00", "\\ud800x"})
    rows.push_back({std::string("T1 broken ") + broken,
                    writer.put_event(std::string("\"title\":\"") + broken + "\""),
                    {400},
                    "bad-json"});
  for (auto const* member : {"description", "note"})
    rows.push_back({std::string("T1 in ") + member,
                    writer.put_event(std::string("\"") + member + R"(":"a\u0000")"),
                    {422},
                    "bad-text",
                    std::string("/") + member,
                    1});
  rows.push_back(
      {"T1 in a tag", writer.put_event(R"("tags":["a","b\u0000"])"), {422}, "bad-text", "/tags/1", 1});
  rows.push_back(stored("T1 CR LF becomes LF", writer.put_event(R"("description":"a\r\nb\tc")"),
                        {{event_target, R"("description":"a\nb\tc")"}}, writer.remove("/events/e")));
}

void add_directions(std::vector<HostileRow>& rows, Writer const& writer) {
  for (std::string const text :
       {"\u202Eabc", "\u202Aabc\u2069", "\u2067\u202Babc\u2069\u202C", "abc\u202C", "\u2066abc", "abc\u2069"})
    rows.push_back({"T2 unbalanced " + text,
                    writer.put_event("\"title\":" + json_text(text)),
                    {422},
                    "unbalanced-bidi",
                    "/title"});
  rows.push_back({"T2 unbalanced attribute",
                  writer.put_event(R"("attributes":{"a":["\u202e"]})"),
                  {422},
                  "unbalanced-bidi",
                  "/attributes"});
  for (std::string const text :
       {"\u202Eabc\u202C", "\u2067\u202Babc\u202C\u2069", "\u200Fשלום", "\u061Cسلام"}) {
    rows.push_back(stored("T2 balanced " + text, writer.put_event("\"title\":" + json_text(text)),
                          {{event_target, "\"title\":" + json_text(text)}}, writer.remove("/events/e")));
  }
}

void add_lengths(std::vector<HostileRow>& rows, Writer const& writer) {
  auto const too_long = [&](std::string const& name, std::string const& member, std::string const& text,
                            int position) {
    rows.push_back({"T4 " + name,
                    writer.put_event("\"" + member + "\":\"" + text + "\""),
                    {422},
                    "too-long",
                    "/" + member,
                    position});
  };
  rows.push_back({"T4 title of 10 MB",
                  request("PUT", event_target, "Content-Length: 10485760\r\n", R"({"title":")"),
                  {413},
                  "too-large",
                  "",
                  -1,
                  times(65536, "x"),
                  10U << 20});
  too_long("title of 501 characters", "title", times(501, "é"), 500);
  too_long("title of 1,000 kB", "title", times(1000000, "x"), -1);
  too_long("description of 64 KiB and a byte", "description", times(65537, "x"), -1);
  too_long("description of 64 KiB in two bytes each", "description", times(40000, "é"), -1);
  too_long("100,000 marks on one letter", "description", "a" + times(100000, "\u0301"), -1);
  too_long("31 marks on one letter", "title", "a" + times(31, "\u0301"), 31);
  auto const thirty = "\"title\":\"a" + times(30, "\u0301") + "\"";
  rows.push_back(stored("T4 30 marks are a letter", writer.put_event(thirty), {{event_target, thirty}},
                        writer.remove("/events/e")));
}

void add_addresses(std::vector<HostileRow>& rows, Writer const& writer) {
  auto const put = [&](std::string const& url) {
    return writer.put("/sources/s", R"({"title":"S","kind":"news","url":)" + json_text(url) + "}");
  };
  for (std::string const url :
       {"https://user:password@example.org/", "https://user@example.org/", "https://a@b@example.org/",
        "file:///etc/passwd", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x",
        "ftp://example.org/", "//example.org/", "example.org", "https:example.org", "https:///x", "https://",
        "http://:80/", "https://example.org/\">x", "https://example.org/a b",
        "https://example.org\\@evil.example/"})
    rows.push_back({"T7 " + url, put(url), {422}, "bad-url", "/url"});
  rows.push_back(
      {"T7 3,000 bytes", put("https://example.org/" + times(3000, "x")), {422}, "bad-url", "/url"});
  for (std::string const url : {"http://169.254.169.254/latest/meta-data/", "https://\u0430pple.com/",
                                "http://[::1]:5432/", "https://example.org/?a=b@c#d:e"}) {
    rows.push_back(stored("T7 " + url, put(url), {{source_target, "\"url\":" + json_text(url)}},
                          writer.remove("/sources/s")));
  }
}

}  // namespace

std::vector<HostileRow> hostile_texts(std::string const& key) {
  Writer const writer(key);
  std::vector<HostileRow> rows;
  add_characters(rows, writer);
  add_directions(rows, writer);
  add_lengths(rows, writer);
  add_addresses(rows, writer);
  return rows;
}

}  // namespace annals::test
