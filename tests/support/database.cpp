#include "support/database.hpp"

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <iostream>

#include "db/migrate.hpp"
#include "db/sql_error.hpp"
#include "stack/private_postgres.hpp"

namespace annals::test {
namespace {

/// Started by the first test that needs it, stopped and removed with the program.
class Server {
 public:
  Server()
      : folder_("/tmp/annals-test-" + std::to_string(getpid())),
        postgres_(
            std::make_unique<stack::PrivatePostgres>(stack::PrivatePostgres::Options{folder_, "", false})) {
    db::create_database(conninfo("annals_admin", "postgres"), "annals_template");
    db::prepare_database(conninfo("annals_admin", "annals_template"));
    db::migrate(conninfo("annals_owner", "annals_template"));
  }
  ~Server() {
    postgres_.reset();
    std::filesystem::remove_all(folder_);
  }
  Server(Server&&) = delete;

  [[nodiscard]] std::string conninfo(std::string const& role, std::string const& database) const {
    return postgres_->conninfo(role, database);
  }
  [[nodiscard]] std::string url(std::string const& database) const {
    return "postgresql:///" + database + "?user=annals_admin&host=" + folder_ + "/socket";
  }

 private:
  std::string folder_;
  std::unique_ptr<stack::PrivatePostgres> postgres_;
};

Server& server() {
  try {
    static Server instance;
    return instance;
  } catch (db::DatabaseError const& error) {
    std::cerr << error.cause() << '\n';
    throw;
  }
}

}  // namespace

TestDatabase::TestDatabase() {
  static std::atomic<int> made = 0;
  name_ = "test_" + std::to_string(++made);
  db::create_database(server().conninfo("annals_admin", "postgres"), name_, "annals_template");
  pool_ = std::make_unique<db::Pool>(access(), db::Pool::Limits{});
}

std::string TestDatabase::admin() const { return server().conninfo("annals_admin", name_); }

std::string TestDatabase::url() const { return server().url(name_); }

db::DatabaseAccess TestDatabase::access() const {
  return {server().conninfo("annals_owner", name_), server().conninfo("annals_app", name_),
          server().conninfo("annals_read", name_)};
}

}  // namespace annals::test
