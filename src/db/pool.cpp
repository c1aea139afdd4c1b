#include "db/pool.hpp"

#include "db/sql_error.hpp"
#include "sql_queries.hpp"

namespace annals::db {
namespace {

constexpr int attempts_max = 3;

/// Gives a connection back however the scope is left.
template <class Return>
class Loan {
 public:
  Loan(std::unique_ptr<Connection> connection, Return give_back)
      : connection_(std::move(connection)), give_back_(std::move(give_back)) {}
  ~Loan() { give_back_(std::move(connection_)); }
  Loan(Loan&&) = delete;
  Connection& operator*() { return *connection_; }

 private:
  std::unique_ptr<Connection> connection_;
  Return give_back_;
};

}  // namespace

Pool::Pool(DatabaseAccess access, Limits limits) : access_(std::move(access)), limits_(limits) {
  readers_ = {access_.read, limits_.readers, {}};
  writers_ = {access_.app, limits_.writers, {}};
}

std::unique_ptr<Connection> Pool::take(Access access) {
  auto& from = shelf(access);
  {
    std::unique_lock lock(mutex_);
    if (!returned_.wait_for(lock, limits_.wait, [&] { return from.free > 0; })) {
      throw Error(Problem::busy, "every connection to the database is in use; try again");
    }
    --from.free;
    while (!from.idle.empty()) {
      auto connection = std::move(from.idle.back());
      from.idle.pop_back();
      if (connection->is_usable()) return connection;
    }
  }
  try {
    return std::make_unique<Connection>(from.conninfo);
  } catch (Error const&) {
    give_back(access, nullptr);
    throw;
  }
}

void Pool::give_back(Access access, std::unique_ptr<Connection> connection) {
  {
    std::lock_guard const lock(mutex_);
    auto& to = shelf(access);
    ++to.free;
    if (connection && connection->is_usable()) to.idle.push_back(std::move(connection));
  }
  returned_.notify_all();  // readers and writers wait on the same condition
}

void Pool::forget_idle() {
  std::lock_guard const lock(mutex_);
  readers_.idle.clear();
  writers_.idle.clear();
}

void Pool::in_transaction(Access access, View const& view, std::function<void(Transaction&)> const& work) {
  for (int attempt = 1;; ++attempt) {
    try {
      Loan connection(take(access), [&](auto given) { give_back(access, std::move(given)); });
      Transaction transaction(*connection, access, view);
      work(transaction);
      transaction.commit();
      return;
    } catch (DatabaseError const& error) {
      if (error.connection_lost()) forget_idle();
      int const allowed = error.connection_lost() ? 2 : attempts_max;
      if (!error.retryable() || attempt >= allowed) throw;
    }
  }
}

void Pool::check_statements() {
  for (auto const kind : {Access::read, Access::write}) {
    Loan connection(take(kind), [&](auto given) { give_back(kind, std::move(given)); });
    for (auto const* statement : sql::all) {
      bool const writes = statement->name.starts_with("write_") || statement->name.starts_with("key_");
      if (kind == Access::write || !writes) (*connection).check(*statement);
    }
  }
}

Reading::Reading(Pool& pool, View view) : pool_(pool), connection_(pool.take(Access::read)) {
  try {
    transaction_ = std::make_unique<Transaction>(*connection_, Access::read, std::move(view));
  } catch (Error const&) {
    pool_.give_back(Access::read, std::move(connection_));
    throw;
  }
}

Reading::~Reading() {
  transaction_.reset();
  pool_.give_back(Access::read, std::move(connection_));
}

}  // namespace annals::db
