#pragma once

#include <string>

#include "db/pool.hpp"
#include "http/cursor.hpp"
#include "http/message.hpp"

namespace annals::http {

/// The service without its socket: a request in, its answer out. Thread-safe.
class Service {
 public:
  explicit Service(db::Pool& pool);

  /// Never throws: every failure is an answer.
  [[nodiscard]] Response answer(Request const& request);

 private:
  [[nodiscard]] Response dispatch(Request const& request);

  db::Pool& pool_;
  Cursors cursors_;
};

}  // namespace annals::http
