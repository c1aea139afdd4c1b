#pragma once

#include <memory>

#include "cli/options.hpp"
#include "db/pool.hpp"
#include "stack/private_postgres.hpp"

namespace annals::cli {

/// The database of a command: the user's own by its URL, else the private one in `data`, started for the
/// duration of the command unless another annals already runs it. Brought up to date before it is used.
class Database {
 public:
  /// `share`: an annals that runs the private one already may go on; else that is Error(exists).
  explicit Database(Options const& options, bool share = true);

  [[nodiscard]] db::Pool& pool() { return *pool_; }
  /// The private server that we run; nothing where it is another's.
  [[nodiscard]] stack::PrivatePostgres* server() { return server_.get(); }
  /// How many migrations were applied on opening it.
  [[nodiscard]] int migrated() const { return migrated_; }

 private:
  std::unique_ptr<stack::PrivatePostgres> server_;
  std::unique_ptr<db::Pool> pool_;
  int migrated_ = 0;
};

}  // namespace annals::cli
