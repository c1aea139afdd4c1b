#include "stack/hostile_requests.hpp"
#include "stack/hostile_rows.hpp"

namespace annals::test {
namespace {

void add_shapes(std::vector<HostileRow>& rows, Writer const& writer) {
  auto const event = [&](std::string const& members) { return writer.put_event(members); };
  rows.insert(
      rows.end(),
      {{"J1 100,000 brackets", writer.put("/events/e", times(100000, "[")), {400}, "bad-json", "", 32},
       {"J1 depth 33",
        writer.put("/events/e", R"({"attributes":)" + times(32, "[") + times(32, "]") + "}"),
        {400},
        "bad-json",
        "",
        45},
       {"J2 title twice",
        writer.put("/events/e", R"({"title":"a","title":"b"})"),
        {400},
        "duplicate-member",
        "/title"},
       {"J2 twice below",
        event(R"("attributes":{"a":{"b":1,"b":2}})"),
        {400},
        "duplicate-member",
        "/attributes/a/b"},
       {"J2 twice in a list",
        event(R"("participants":[{"role":"a","actor":"b"},{"role":"a","role":"a"}])"),
        {400},
        "duplicate-member",
        "/participants/1/role"},
       {"J2 twice once unescaped",
        event(R"("attributes":{"a":1,"\u0061":2})"),
        {400},
        "duplicate-member",
        "/attributes/a"},
       {"J7 null title", event(R"("title":null)"), {422}, "required", "/title"},
       {"J7 nothing", writer.put("/events/e", "{}"), {422}, "required"},
       {"J7 an array", writer.put("/events/e", "[]"), {422}, "required"},
       {"J7 a text", writer.put("/events/e", "\"a\""), {422}, "required"},
       {"J7 no body", writer.put("/events/e", ""), {400}, "bad-json"},
       {"J7 two bodies", writer.put("/events/e", "{} {}"), {400}, "bad-json", "", 3},
       {"J10 a million members",
        request("PUT", "/v1/datasets/hostile/events/e", "Content-Length: 12000000\r\n"),
        {413},
        "too-large",
        "",
        -1,
        R"("abcdefg":1,)",
        12000000},
       {"J10 1,001 members",
        event("\"attributes\":{\"a\":0" +
              [] {
                std::string members;
                for (int i = 0; i < 1000; ++i) members += ",\"" + std::to_string(i) + "\":0";
                return members + "}";
              }()),
        {422},
        "too-many",
        "/attributes"}});
  for (auto const* name : {"__proto__", "constructor"}) {
    auto const attributes = std::string(R"("attributes":{")") + name + R"(":{"admin":true}})";
    rows.push_back(stored(std::string("J8 ") + name, writer.put_event(attributes),
                          {{"/v1/datasets/hostile/events/e", attributes}}, writer.remove("/events/e")));
  }
}

void add_numbers(std::vector<HostileRow>& rows, Writer const& writer) {
  auto const refused = [&](std::string const& members, std::string const& field) {
    rows.push_back({"J4 " + members, writer.put_event(members), {422}, "invalid-value", field});
  };
  for (auto const* number : {"1e400", "99999999999999999999", "9007199254740992", "1.5", "-1", "-0", "true",
                             "\"5\"", "1e2", "[1]"})
    refused(std::string(R"("quantities":{"troops":{"best":)") + number + "}}", "/quantities/troops/best");
  refused(R"("quantities":{"troops":5})", "/quantities/troops");
  refused(R"("attributes":{"a":[0,1e400]})", "/attributes/a/1");
  for (auto const* number : {"0", "7", "1.5", "\"1\"", "true", "-1"})
    rows.push_back(
        {std::string("J4 credibility ") + number,
         writer.put("/claims/c", std::string(R"({"event":"ground","source":"s1","stance":"asserts",)") +
                                     R"("credibility":)" + number + "}"),
         {422},
         "invalid-value",
         "/credibility"});
  for (auto const* number : {"NaN", "Infinity", "0x10", "01", ".5", "+1", "1."})
    rows.push_back({std::string("J4 ") + number,
                    writer.put_event(std::string(R"("attributes":{"a":)") + number + "}"),
                    {400},
                    "bad-json"});
}

void add_texts(std::vector<HostileRow>& rows, Writer const& writer) {
  rows.insert(rows.end(),
              {{"J5 NUL", writer.put_event(R"("title":"a\u0000b")"), {422}, "bad-text", "/title", 1},
               {"J5 NUL in an attribute",
                writer.put_event(R"("attributes":{"a\u0000":"b"})"),
                {422},
                "bad-text",
                "/attributes",
                1},
               {"J5 lone surrogate", writer.put_event(R"("title":"\ud800")"), {400}, "bad-json"},
               {"J5 overlong", writer.put_event("\"title\":\"\xC0\xAF\""), {400}, "bad-json"},
               {"J5 control character", writer.put_event("\"title\":\"a\x01\""), {400}, "bad-json"}});
}

void add_crowds(std::vector<HostileRow>& rows, Writer const& writer) {
  auto const many = [&](std::string const& name, std::string const& member, std::string const& one,
                        std::size_t count) {
    rows.push_back({"J11 " + name,
                    writer.put_event("\"" + member + "\":[" + times(count - 1, one + ",") + one + "]"),
                    {422},
                    "too-many",
                    "/" + member});
  };
  for (std::size_t const count : {201U, 10000U, 10001U}) {
    auto const number = std::to_string(count) + ' ';
    many(number + "participants", "participants", R"({"role":"a","actor":"b"})", count);
    many(number + "tags", "tags", R"("a")", count);
  }
}

void add_cycles(std::vector<HostileRow>& rows, Writer const& writer) {
  auto const cycle = [&](std::string const& name, std::string const& path, std::string const& body,
                         std::string const& field) {
    rows.push_back({"J11 " + name,
                    writer.send("PUT", path, body, "Content-Type: application/json\r\nIf-Match: *\r\n"),
                    {422},
                    "cycle",
                    field});
  };
  cycle("relation to itself", "/events/ground/relations/part_of/ground", "{}", "/other");
  cycle("relation to itself by dataset", "/events/ground/relations/part_of/hostile/ground", "{}", "/other");
  cycle("place in itself", "/places/p1", R"({"name":"P","within":"p1"})", "/within");
  cycle("places in each other", "/places/p3", R"({"name":"P","within":"p1"})", "/within");
  cycle("source of itself", "/sources/s1", R"({"title":"S","kind":"news","republishes":"s1"})",
        "/republishes");
  cycle("sources of each other", "/sources/s3", R"({"title":"S","kind":"news","republishes":"s1"})",
        "/republishes");
  cycle("claims that answer each other", "/claims/c2",
        R"({"event":"ground","source":"s1","stance":"denies","answers":"c1"})", "/answers");
}

}  // namespace

std::vector<std::string> hostile_ground(std::string const& key) {
  Writer const writer(key);
  return {
      writer.put("", R"({"title":"Hostile"})"),
      writer.put_event("", "ground"),
      writer.put("/places/p3", R"({"name":"P"})"),
      writer.put("/places/p2", R"({"name":"P","within":"p3"})"),
      writer.put("/places/p1", R"({"name":"P","within":"p2"})"),
      writer.put("/sources/s3", R"({"title":"S","kind":"news"})"),
      writer.put("/sources/s2", R"({"title":"S","kind":"news","republishes":"s3"})"),
      writer.put("/sources/s1", R"({"title":"S","kind":"news","republishes":"s2"})"),
      writer.put("/claims/c2", R"({"event":"ground","source":"s1","stance":"asserts"})"),
      writer.put("/claims/c1", R"({"event":"ground","source":"s1","stance":"denies","answers":"c2"})"),
  };
}

std::vector<HostileRow> hostile_json(std::string const& key) {
  Writer const writer(key);
  std::vector<HostileRow> rows;
  add_shapes(rows, writer);
  add_numbers(rows, writer);
  add_texts(rows, writer);
  add_crowds(rows, writer);
  add_cycles(rows, writer);
  return rows;
}

}  // namespace annals::test
