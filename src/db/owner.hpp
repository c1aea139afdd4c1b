#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

#include "db/connection.hpp"

namespace annals::db {

/// A running program as the database knows it: a lock on a number of its own, on a connection of its own,
/// which the server frees when the program ends, however it does. Thread-safe.
class Owner {
 public:
  explicit Owner(std::string conninfo);
  ~Owner();
  Owner(Owner&&) = delete;

  [[nodiscard]] std::int64_t number() const { return number_; }
  /// Takes the lock again where the connection was lost: call it before something is begun under the number.
  void renew();

 private:
  void lock();

  std::string conninfo_;
  std::int64_t const number_;
  std::mutex mutex_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace annals::db
