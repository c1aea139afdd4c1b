#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "stack/programs.hpp"
#include "support/process.hpp"
#include "wire/query_text.hpp"

namespace annals {
namespace {

constexpr char const* password = "p w%/?&'é";

/// A database that asks its user for a password.
class OwnDatabase : public testing::Test {
 protected:
  OwnDatabase() : service_("/tmp/annals own-" + std::to_string(getpid())) {}

  void SetUp() override {
    ASSERT_TRUE(service_.start()) << service_.log();
    ask("alter role annals_admin password 'p w%/?&''é'");
    std::ofstream(data() / "postgres/pg_hba.conf") << "local all all scram-sha-256\n";
    ask("select pg_reload_conf()");
    for (int i = 0; i < 100 && run("").code == 0; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  [[nodiscard]] std::filesystem::path data() const { return service_.folder() / "data"; }
  [[nodiscard]] std::filesystem::path file() const { return service_.folder() / "password"; }

  void ask(std::string const& sql) {
    test::Process psql({stack::postgres_programs() / "psql", "--host=" + (data() / "socket").string(),
                        "--username=annals_admin", "--no-psqlrc", "--command=" + sql, "annals"},
                       service_.folder() / "out", service_.folder() / "errors");
    ASSERT_EQ(psql.wait(), 0) << test::read_file(service_.folder() / "errors");
  }
  struct Outcome {
    int code;
    std::string out;
    std::string errors;
  };
  /// `annals migrate` with a file that holds `content`; without one where that is empty.
  Outcome run(std::string const& content) {
    std::vector<std::string> command{
        ANNALS_PROGRAM, "migrate", "--database",
        "postgresql:///annals?user=annals_admin&host=" + wire::percent_encode((data() / "socket").string())};
    if (!content.empty()) {
      std::ofstream(file()) << content;
      command.insert(command.end(), {"--database-password-file", file()});
    }
    auto const out = service_.folder() / "out", errors = service_.folder() / "errors";
    std::filesystem::remove(errors);
    test::Process process(command, out, errors);
    int const code = process.wait();
    return {code, test::read_file(out), test::read_file(errors)};
  }

  test::RunningService service_;
};

TEST_F(OwnDatabase, ReadsItsPasswordFromAFile) {
  auto const right = run(password + std::string("\n"));
  EXPECT_EQ(right.code, 0) << right.errors;
  EXPECT_EQ(right.out, "0 migrations applied\n");
  EXPECT_EQ(run("").code, 1);
  auto const wrong = run("not-this-one");
  EXPECT_EQ(wrong.code, 1);
  EXPECT_EQ(wrong.errors.find("not-this-one"), std::string::npos) << "a password is not told";
  EXPECT_EQ(run("\n").errors, "annals: there is no password to be read in " + file().string() + "\n");
}

}  // namespace
}  // namespace annals
