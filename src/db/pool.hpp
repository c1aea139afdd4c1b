#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "db/connection.hpp"

namespace annals::db {

/// How one database is reached by its three roles (sql/instance/roles.sql).
struct DatabaseAccess {
  std::string owner;  ///< migrations
  std::string app;    ///< writes
  std::string read;   ///< every GET: read only in the database itself
};

class Pool;

/// A transaction that outlives a call, for answers that stream; the connection goes back when it ends. Read
/// only.
class Reading {
 public:
  Reading(Pool& pool, View view);
  ~Reading();
  Reading(Reading&&) = delete;
  Transaction& transaction() { return *transaction_; }

 private:
  Pool& pool_;
  std::unique_ptr<Connection> connection_;
  std::unique_ptr<Transaction> transaction_;
};

/// The connections of a process. Thread-safe; hands out at most `size` connections of each kind and lets a
/// caller wait for one at most `wait` (then Error(busy)).
class Pool {
 public:
  struct Limits {
    int readers = 12;
    int writers = 4;
    std::chrono::milliseconds wait{5000};
  };

  Pool(DatabaseAccess access, Limits limits);

  /// Runs `work` in one transaction. Commits when `work` returns, rolls back when it throws. The only place
  /// that commits. `work` may run again after a serialization failure or a connection lost before the commit:
  /// it must not touch anything but the transaction. Throws DatabaseError, and whatever `work` throws.
  void in_transaction(Access access, View const& view, std::function<void(Transaction&)> const& work);
  void in_transaction(Access access, std::function<void(Transaction&)> const& work) {
    in_transaction(access, View{}, work);
  }

  /// Opens a connection of each kind and checks every statement of sql/queries on it.
  void check_statements();
  /// One lost connection means that the server went away: the idle ones are as lost.
  void forget_idle();
  [[nodiscard]] DatabaseAccess const& access() const { return access_; }

 private:
  friend class Reading;
  struct Shelf {
    std::string conninfo;
    int free = 0;  // connections that may still be handed out
    std::vector<std::unique_ptr<Connection>> idle;
  };
  std::unique_ptr<Connection> take(Access access);
  void give_back(Access access, std::unique_ptr<Connection> connection);
  Shelf& shelf(Access access) { return access == Access::read ? readers_ : writers_; }

  DatabaseAccess access_;
  Limits limits_;
  std::mutex mutex_;
  std::condition_variable returned_;
  Shelf readers_;
  Shelf writers_;
};

}  // namespace annals::db
