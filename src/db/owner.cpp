#include "db/owner.hpp"

#include <cstring>

#include "base/sha256.hpp"
#include "db/sql_error.hpp"
#include "sql_queries.hpp"

namespace annals::db {
namespace {

std::int64_t random_number() {
  auto const bytes = random_bytes(sizeof(std::int64_t));
  std::int64_t number = 0;
  std::memcpy(&number, bytes.data(), sizeof number);
  return number;
}

}  // namespace

Owner::Owner(std::string conninfo) : conninfo_(std::move(conninfo)), number_(random_number()) { lock(); }
Owner::~Owner() = default;

void Owner::lock() {
  connection_ = std::make_unique<Connection>(conninfo_);
  Transaction transaction(*connection_, Access::write, View{});
  transaction.run(sql::write_owner_lock, {{"owner", number_}});
}

void Owner::renew() {
  std::lock_guard const lock_guard(mutex_);
  try {
    Transaction transaction(*connection_, Access::write, View{});
    transaction.run(sql::write_owner_lock, {{"owner", number_}});
  } catch (DatabaseError const&) {
    lock();
  }
}

}  // namespace annals::db
