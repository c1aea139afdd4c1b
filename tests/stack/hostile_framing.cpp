#include "stack/hostile_requests.hpp"
#include "stack/hostile_rows.hpp"

namespace annals::test {
namespace {

std::string post(std::string const& headers, std::string const& body = "") {
  return request("POST", "/v1/events", headers, body);
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

}  // namespace annals::test
