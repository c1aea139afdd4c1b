#pragma once

#include <libpq-fe.h>

#include <memory>
#include <pqxx/pqxx>
#include <string>

namespace annals::db {

/// libpqxx's connection together with libpq's handle of the same session, for COPY, cancelling and liveness.
/// The only place that depends on libpqxx's major version.
class PqxxConnection {
 public:
  explicit PqxxConnection(std::string const& conninfo);

  pqxx::connection_base& operator*() { return *connection_; }
  pqxx::connection_base* operator->() { return connection_.get(); }
  [[nodiscard]] PGconn* raw() const { return raw_; }
  /// Connected, and in no transaction that was lost.
  [[nodiscard]] bool is_usable() const;
  void cancel() const;

 private:
  // Shared for its deleter: 6.4 has no virtual destructor, and a connection must close as what it is.
  std::shared_ptr<pqxx::connection_base> connection_;
  PGconn* raw_ = nullptr;  // owned by connection_
};

}  // namespace annals::db
