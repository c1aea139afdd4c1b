#pragma once

#include <functional>

#include "base/error.hpp"

namespace annals::db {

/// A failure of the database, as ours: the message is for clients, `cause` for the log, never the other way.
class DatabaseError : public Error {
 public:
  DatabaseError(Problem problem, std::string const& detail, std::string cause, std::string sqlstate,
                bool retryable, bool connection_lost = false)
      : Error(problem, detail),
        cause_(std::move(cause)),
        sqlstate_(std::move(sqlstate)),
        retryable_(retryable),
        connection_lost_(connection_lost) {}

  [[nodiscard]] std::string const& cause() const { return cause_; }
  [[nodiscard]] std::string const& sqlstate() const { return sqlstate_; }
  /// The same work may succeed in a new transaction (serialization failure, deadlock, lost before commit).
  [[nodiscard]] bool retryable() const { return retryable_; }
  [[nodiscard]] bool connection_lost() const { return connection_lost_; }

 private:
  std::string cause_;
  std::string sqlstate_;
  bool retryable_;
  bool connection_lost_;
};

/// By SQLSTATE alone, never by message text.
[[nodiscard]] DatabaseError error_of(std::string const& sqlstate, std::string const& cause);

/// Runs `work` and turns every exception of libpqxx into a DatabaseError.
void guarded(std::function<void()> const& work);

}  // namespace annals::db
