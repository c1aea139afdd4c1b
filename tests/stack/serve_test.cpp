#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "stack/child.hpp"
#include "stack/programs.hpp"
#include "support/process.hpp"

namespace annals {
namespace {

using std::chrono::milliseconds;

class Serve : public testing::Test {
 protected:
  Serve() : service_("/tmp/annals serve-" + std::to_string(getpid())) {}

  /// Waits until the service is as ready as asked, at most 30 seconds.
  bool becomes(int status) {
    for (int i = 0; i < 300; ++i) {
      if (test::http_get(service_.port(), "/readyz").status == status) return true;
      std::this_thread::sleep_for(milliseconds(100));
    }
    return false;
  }
  /// What a command says on standard error, and that it failed.
  std::string refused(std::vector<std::string> words) {
    words.insert(words.begin(), ANNALS_PROGRAM);
    auto const errors = service_.folder() / "refused";
    std::filesystem::remove(errors);
    test::Process process(words, service_.folder() / "out", errors);
    EXPECT_EQ(process.wait(), 1);
    return test::read_file(errors);
  }
  static uid_t owner_of(pid_t process) {
    struct stat found {};
    stat(("/proc/" + std::to_string(process)).c_str(), &found);
    return found.st_uid;
  }

  test::RunningService service_;
};

TEST_F(Serve, StartsAnswersAndStopsInOrder) {
  ASSERT_TRUE(service_.start()) << service_.log();
  auto const page = test::http_get(service_.port(), "/");
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("<h1>Annals</h1>"), std::string::npos);
  EXPECT_NE(page.header("Content-Security-Policy").find("default-src 'none'"), std::string::npos);
  EXPECT_EQ(test::http_get(service_.port(), "/docs/").status, 200);
  EXPECT_EQ(test::http_get(service_.port(), "/readyz").status, 200);
  EXPECT_EQ(test::http_get(service_.port(), "/package.json").header("Content-Type"),
            "application/problem+json")
      << "only the page's own files are served";
  if (geteuid() == 0) {
    for (auto const process : {service_.process().pid(), service_.postgres(), service_.nginx()})
      EXPECT_NE(owner_of(process), 0U);
  }
  auto const postgres = service_.postgres(), nginx = service_.nginx();
  EXPECT_EQ(service_.stop(), 0);
  EXPECT_NE(kill(postgres, 0), 0);
  EXPECT_NE(kill(nginx, 0), 0);
}

TEST_F(Serve, StartsAgainWhatIsKilled) {
  ASSERT_TRUE(service_.start()) << service_.log();
  kill(service_.nginx(), SIGKILL);
  EXPECT_TRUE(becomes(200));
  kill(service_.postgres(), SIGKILL);
  EXPECT_TRUE(becomes(200));
  service_.process().signal(SIGKILL);
  service_.process().wait();
  ASSERT_TRUE(service_.start()) << service_.log();
  EXPECT_TRUE(becomes(200));
}

TEST_F(Serve, MakesTheFilesOfAFrontThatAnotherRuns) {
  std::vector<std::string> const files{"--front", "files"};
  ASSERT_TRUE(service_.start(files)) << service_.log();
  EXPECT_EQ(test::http_get(service_.port(), "/readyz").status, 0) << "nobody listens yet";
  auto const data = service_.folder() / "data";
  stack::Child nginx({stack::find_program("nginx"), "-c", data / "front/nginx.conf"},
                     {stack::service_user(), data / "nginx.log", SIGTERM});
  EXPECT_TRUE(becomes(200)) << test::read_file(data / "nginx.log");
  EXPECT_EQ(test::http_get(service_.port(), "/").status, 200);
  service_.process().signal(SIGKILL);
  service_.process().wait();
  EXPECT_TRUE(becomes(503));
  ASSERT_TRUE(service_.start(files)) << service_.log();
  EXPECT_TRUE(becomes(200)) << "the same nginx goes on";
  EXPECT_FALSE(nginx.exit_code());
  nginx.signal(SIGTERM);  // so that its workers end too
  nginx.wait();
}

TEST_F(Serve, TheCommandPrintsWhatTheAddressGives) {
  ASSERT_TRUE(service_.start()) << service_.log();
  service_.run({"import", ANNALS_EXAMPLES "/karabakh"});
  for (std::string const format : {"md", "ndjson", "html", "xlsx"}) {
    auto const answer = test::http_get(service_.port(), "/v1/timeline." + format + "?dataset=karabakh");
    EXPECT_EQ(answer.status, 200);
    auto printed = service_.run({"timeline", "--format", format, "dataset=karabakh"});
    if (answer.body.ends_with('\n')) printed += '\n';  // which run() takes off
    EXPECT_EQ(printed, answer.body) << format;
  }
}

TEST_F(Serve, SaysInOneSentenceWhyItDoesNotStart) {
  ASSERT_TRUE(service_.start()) << service_.log();
  auto const data = (service_.folder() / "data").string();
  auto const port = "127.0.0.1:" + std::to_string(service_.port());
  EXPECT_EQ(refused({"serve", "--data", data, "--listen", "127.0.0.1:1"}),
            "annals: another annals serves " + data + "\n");
  auto const other = (service_.folder() / "other").string();
  EXPECT_EQ(refused({"serve", "--data", other, "--listen", port}),
            "annals: another program has " + port + "; choose another port with --listen\n");
  EXPECT_EQ(refused({"serve", "--data", other, "--listen", "somewhere"}),
            "annals: --listen must be like 127.0.0.1:8080, not somewhere\n");
  EXPECT_EQ(refused({"serve", "--data", "/tmp/a$b", "--listen", "127.0.0.1:9"}),
            "annals: the path /tmp/a$b may not hold any of \" ' \\ $ { }\n");
  EXPECT_EQ(refused({"serve", "--data", "/proc/annals", "--listen", "127.0.0.1:9"}),
            "annals: cannot make /proc/annals: No such file or directory\n");
}

}  // namespace
}  // namespace annals
