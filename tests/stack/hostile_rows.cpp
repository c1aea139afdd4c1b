#include "stack/hostile_rows.hpp"

#include "wire/query_text.hpp"

namespace annals::test {
namespace {

std::string get(std::string const& target, std::string const& headers = "") {
  return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}
std::string post(std::string const& headers, std::string const& body = "") {
  return "POST /v1/events HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n" + body;
}
std::string filter(std::string const& name, std::string const& value) {
  return get("/v1/events?" + name + "=" + wire::percent_encode(value));
}

}  // namespace

std::vector<HostileRow> hostile_framing(std::string const& key) {
  auto const line = [](std::string const& text) { return text + "\r\nHost: localhost\r\n\r\n"; };
  std::vector<HostileRow> rows{
      {"H1 two lengths", post("Content-Length: 5\r\nContent-Length: 50\r\n", "hello"), {400}},
      {"H2 length and chunks",
       post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
       {400}},
      {"H5 a terabyte announced", post("Content-Length: 1000000000000\r\n"), {413}, "too-large"},
      {"H7 chunk size 0x5", post("Transfer-Encoding: chunked\r\n", "0x5\r\nhello\r\n0\r\n\r\n"), {400}},
      {"H7 chunk size -2", post("Transfer-Encoding: chunked\r\n", "-2\r\nhello\r\n0\r\n\r\n"), {400}},
      {"H7 data longer than its chunk",
       post("Transfer-Encoding: chunked\r\n", "2\r\nhello\r\n0\r\n\r\n"),
       {400}},
      {"H7 chunk extension of 1 MB",
       post("Transfer-Encoding: chunked\r\n", "5;"),
       {400, 401, 408, 413, 0},
       "",
       "",
       -1,
       std::string(65536, 'x'),
       1 << 20},
      {"H8 chunks of 300 MB",
       post("Transfer-Encoding: chunked\r\n"),
       {413},
       "too-large",
       "",
       -1,
       "10000\r\n" + std::string(65536, 'x') + "\r\n",
       300U << 20},
      {"H11 bare line feeds", "GET /healthz HTTP/1.1\nHost: localhost\n\n", {200, 400}},
      {"H11 bare CR in a line", "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: a\rb\r\n\r\n", {200, 400}},
      {"H11 folded header", get("/healthz", "X: a\r\n b\r\n"), {200, 400}},
      {"H11 space before colon", get("/healthz", "X : a\r\n"), {200, 400}},
      {"H11 header without colon", get("/healthz", "nonsense\r\n"), {200, 400}},
      {"H13 no host", "GET /healthz HTTP/1.1\r\n\r\n", {400}},
      {"H13 two hosts", "GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", {400}},
      {"H13 another's host", "GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n", {421}, "wrong-host"},
      {"H14 request line of 8,000 bytes", get("/v1/" + std::string(8000, 'a')), {414}, "uri-too-long"},
      {"H14 request line of 80,000 bytes", get("/v1/" + std::string(80000, 'a')), {414}, "uri-too-long"},
      {"H14 path of 1,025 bytes", get("/" + std::string(1024, 'a')), {414}, "uri-too-long"},
      {"H16 forged address", get("/healthz", "REMOTE_ADDR: 6.6.6.6\r\nLOCAL_PORT: 1\r\n"), {200, 400}},
      {"H16 forged forwarding", get("/metrics", "X-Forwarded-For: 127.0.0.1\r\n"), {404}, "not-found"},
      {"H19 TRACE", line("TRACE /healthz HTTP/1.1"), {405, 501}},
      {"H19 CONNECT", line("CONNECT localhost:80 HTTP/1.1"), {400, 405, 501}},
      {"H19 PRI", line("PRI * HTTP/2.0"), {400, 505}},
      {"H19 lowercase method", line("get /healthz HTTP/1.1"), {400, 501}},
      {"H19 unknown method", line("BREW /healthz HTTP/1.1"), {501}, "unknown-method"},
      {"H19 method of 100 kB", line(std::string(100000, 'A') + " / HTTP/1.1"), {400, 414}},
      {"H20 PATCH on what is read",
       "PATCH /v1/timeline HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key +
           "\r\nContent-Length: 2\r\n\r\n{}",
       {405},
       "method-not-allowed"},
      {"H26 another expectation", get("/healthz", "Expect: 200-ok\r\n"), {200, 417}},
      {"H26 upgrade",
       get("/healthz", "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAAA\r\n"),
       {200}},
      {"H28 XML", get("/v1/events", "Accept: application/xml\r\n"), {406}, "not-acceptable"},
      {"H28 .exe", get("/v1/events.exe"), {406}, "not-acceptable"},
      {"headers of 40 kB", get("/healthz", "X: " + std::string(40000, 'x') + "\r\n"), {400, 431}},
      {"ranges", get("/v1/timeline", "Range: bytes=0-1,0-1,0-1,0-1\r\n"), {200}},
      {"A1 no key", post("Content-Length: 2\r\n", "{}"), {401}, "unauthorised"},
      {"A1 wrong scheme",
       post("Authorization: Basic abc\r\nContent-Length: 2\r\n", "{}"),
       {401},
       "unauthorised"},
      {"A1 empty key", post("Authorization: Bearer \r\nContent-Length: 2\r\n", "{}"), {401}, "unauthorised"},
      {"A1 two keys",
       post("Authorization: Bearer a\r\nAuthorization: Bearer b\r\nContent-Length: 2\r\n", "{}"),
       {400}},
      {"A2 wrong key",
       post("Authorization: Bearer annals_" + std::string(51, 'x') + "\r\nContent-Length: 2\r\n", "{}"),
       {401},
       "unauthorised"},
  };
  for (auto const* length : {"-1", "+5", "5abc", "", "99999999999999999999"})
    rows.push_back(
        {std::string("H4 length ") + length, post(std::string("Content-Length: ") + length + "\r\n"), {400}});
  for (auto const* path : {"/%zz", "/%", "/%00", "/%c0%af", "/%ff", "/v1/datasets/%zz", "/v1/datasets/a%ff"})
    rows.push_back({std::string("H22 ") + path, get(path), {400}});
  for (auto const* path : {"/../../etc/passwd", "/%2e%2e%2f", "/..%5c", "/style.css%00.png",
                           "/docs/../../nginx.conf", "/front/nginx.conf", "/.ssh", "/v1/../etc"})
    rows.push_back({std::string("H23 ") + path, get(path), {400, 404}});
  return rows;
}

std::vector<HostileRow> hostile_dates() {
  std::vector<HostileRow> rows;
  auto const refused = [&](std::string const& name, std::string const& value) {
    rows.push_back(
        {"D " + name + " " + value.substr(0, 40), filter("date", value), {400}, "invalid-parameter", "date"});
  };
  for (auto const* value : {"999999999", "Y170000002", "Y-17E7", "Y1E9999999999", "-10000"})
    refused("D1", value);
  for (auto const* value : {"2021-02-30", "2021-13", "2021-00-10", "0000-00-00", "2023-02-29", "1900-02-29"})
    refused("D2", value);
  for (auto const* value : {"2021-01-01T24:00:01Z", "2021-01-01T23:59:60Z", "2021-01-01T10:00:00+99:00",
                            "2021-01-01T10:00:00+14:01"})
    refused("D4", value);
  refused("D5", "2024-04-17/2020-11-10");
  std::string many = "{2020";
  for (int i = 0; i < 101; ++i) many += ",2020";
  refused("D7 members", many + "}");
  refused("D7 digits", std::string(2000, '1'));
  refused("D7 marks", "2020" + std::string(2000, '?'));
  for (auto const* value : {"２０２０", "٢٠٢٠", "−2020", "2020\u00a0", "20\u200b20", "2020\u200f"})
    refused("D8", value);
  for (auto const* value :
       {"today", "now", "J0", "2021-366", "infinity", "2020 ", " 2020", "2020--1", "", "[..", "{", "/"})
    refused("no date", value);
  auto const wrong = [&](std::string const& query, std::string const& field) {
    rows.push_back({"D10 " + query, get("/v1/events?" + query), {400}, "invalid-parameter", field});
  };
  wrong("from=2025&to=2020", "to");
  wrong("from=[..2020]", "from");
  wrong("to=2020/..", "to");
  wrong("known_by=infinity", "known_by");
  wrong("known_by=2020/..", "known_by");
  wrong("as_of=9999-12-31T23:59:60Z", "as_of");
  rows.push_back(
      {"position of a bad month", filter("date", "2021-13"), {400}, "invalid-parameter", "date", 5});
  rows.push_back({"position in a set", filter("date", "{2020,20x1}"), {400}, "invalid-parameter", "date", 6});
  return rows;
}

std::vector<HostileRow> hostile_queries() {
  std::vector<HostileRow> rows;
  auto const wrong = [&](std::string const& query, std::string const& field) {
    rows.push_back({query.substr(0, 60), get("/v1/events?" + query), {400}, "invalid-parameter", field});
  };
  for (auto const* point :
       {"181,0", "0,91", "NaN,0", "inf,0", "null,2", "a,2", "1", "1,2,3", "", "1e308,1", "0x1,2"})
    wrong(std::string("radius_km=1&near=") + point, "near");
  for (auto const* radius : {"-1", "0", "1e300", "20039", "nan", "5km"})
    wrong(std::string("near=1,2&radius_km=") + radius, "radius_km");
  wrong("near=1,2", "radius_km");
  for (auto const* box : {"1,2,3", "1,2,3,4,5", "0,10,1,5", "181,0,1,1", "a,b,c,d"})
    wrong(std::string("bbox=") + box, "bbox");
  for (auto const* sort : {"date;drop%20table", "(select%201)", "title", "relevance", ""})
    wrong(std::string("sort=") + sort, "sort");
  for (auto const* limit : {"0", "1001", "-1", "1e2", "%205", "9223372036854775808", "", "5;"})
    wrong(std::string("limit=") + limit, "limit");
  wrong("min_fatalities)--=1", "min_fatalities)--");
  wrong("min_" + std::string(300, 'x') + "=1", "min_" + std::string(76, 'x') + "…");
  wrong("min_troops=1.5", "min_troops");
  wrong("min_troops=-1", "min_troops");
  wrong("min_troops=99999999999999999999", "min_troops");
  wrong("q=" + std::string(513, 'x'), "q");
  std::string words = "q=a";
  for (int i = 0; i < 32; ++i) words += "+a";
  wrong(words, "q");
  wrong("country=XX", "country");
  wrong("status=done", "status");
  wrong("type=Military", "type");
  wrong("undated=yes", "undated");
  wrong("disputed=1", "disputed");
  wrong("colour=red", "colour");
  wrong("tag=a&tag=b", "tag");
  wrong("actor=" + std::string(600, 'x'), "actor");
  rows.push_back({"Q2 NUL in a name", get("/v1/events?min_x%00=1"), {400}, "bad-target"});
  rows.push_back({"bad UTF-8 in a value", get("/v1/events?actor=%ff"), {400}, "bad-target"});
  rows.push_back({"control character in a value", get("/v1/events?actor=a%01"), {400}, "bad-target"});
  for (auto const* actor : {"%25%25%25", "_____", "%5C", "';--", "%22)%20or%201=1"})
    rows.push_back({std::string("Q4 ") + actor, get(std::string("/v1/events?actor=") + actor), {200}});
  for (auto const* q : {"'", "%22", "-", "a%20%26%20b", "!!!", ":*", "%3C-%3E", "%25"})
    rows.push_back({std::string("q ") + q, get(std::string("/v1/events?q=") + q), {200}});
  for (auto const& cursor :
       {std::string("random"), std::string(), std::string(8000, 'A'), std::string("AAAA%3D%3D")})
    rows.push_back({"Q7 " + cursor.substr(0, 20), get("/v1/events?cursor=" + cursor), {400}, "bad-cursor"});
  std::string seeds = "seed=a";
  for (int i = 0; i < 20; ++i) seeds += ",a" + std::to_string(i);
  rows.push_back(
      {"Q8 21 seeds", get("/v1/timeline?dataset=karabakh&" + seeds), {400}, "invalid-parameter", "seed"});
  rows.push_back({"Q8 hops",
                  get("/v1/timeline?dataset=karabakh&seed=presence&hops=1000000"),
                  {400},
                  "invalid-parameter",
                  "hops"});
  rows.push_back({"Q8 cycle", get("/v1/timeline?dataset=karabakh&seed=presence&hops=5"), {200}});
  rows.push_back(
      {"Q11 all at once",
       get("/v1/events?actor_tree=true&undated=include&actor=russia&q=a%20b%20c&disputed=true&known_by=2024"),
       {200}});
  return rows;
}

}  // namespace annals::test
