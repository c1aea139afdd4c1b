#pragma once

#include <memory>
#include <string>

#include "db/pool.hpp"

namespace annals::test {

/// A migrated, empty database of the test's own, on one PostgreSQL server for the whole test program.
class TestDatabase {
 public:
  TestDatabase();

  [[nodiscard]] db::Pool& pool() { return *pool_; }
  /// As the server's administrator, for looking at what the service's roles may not.
  [[nodiscard]] std::string admin() const;
  [[nodiscard]] db::DatabaseAccess access() const;
  /// As `--database` takes it.
  [[nodiscard]] std::string url() const;

 private:
  std::string name_;
  std::unique_ptr<db::Pool> pool_;
};

}  // namespace annals::test
