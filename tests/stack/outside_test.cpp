#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "support/process.hpp"

namespace annals {
namespace {

using Json = nlohmann::json;

/// What a source says of where it stands is told, never followed: the service and what it starts connect to
/// sockets of the file system, and to the front when it begins to listen.
TEST(Outside, NothingIsFetchedWhateverASourceSays) {
  test::RunningService service("/tmp/annals-outside-" + std::to_string(getpid()));
  auto const calls = service.folder() / "calls";
  ASSERT_TRUE(service.start({}, {"/usr/bin/strace", "--daemonize", "-qq", "--follow-forks", "--trace=connect",
                                 "--output=" + calls.string()}))
      << service.log();
  service.run({"import", ANNALS_EXAMPLES "/karabakh"});
  auto const key = service.run({"key", "create"});
  int number = 0;
  for (auto const* url : {"http://169.254.169.254/latest/meta-data/", "http://localhost:1/",
                          "https://example.org/a", "https://\u0430pple.com/"}) {
    auto const target = "/v1/datasets/karabakh/sources/outside" + std::to_string(++number);
    auto const written =
        test::http_send(service.port(), "PUT", target, "Authorization: Bearer " + key + "\r\n",
                        Json{{"kind", "news"}, {"title", "T"}, {"url", url}, {"archived_url", url}}.dump());
    EXPECT_EQ(written.status, 201) << written.body;
    EXPECT_EQ(Json::parse(test::http_get(service.port(), target).body)["url"], url);
  }
  for (auto const* target : {"/v1/sources", "/v1/sources.csv", "/v1/timeline", "/v1/search?q=outside"})
    EXPECT_EQ(test::http_get(service.port(), target).status, 200) << target;
  EXPECT_EQ(service.stop(), 0);
  auto const front =
      "sin_port=htons(" + std::to_string(service.port()) + R"(), sin_addr=inet_addr("127.0.0.1"))";
  std::ifstream file(calls);
  int connected = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.find("connect(") == std::string::npos || line.find(front) != std::string::npos) continue;
    ++connected;
    EXPECT_NE(line.find("AF_UNIX"), std::string::npos) << line;
  }
  EXPECT_GT(connected, 0) << "the database is reached, so calls are seen";
}

}  // namespace
}  // namespace annals
