#pragma once

#include <filesystem>
#include <string>

#include "db/pool.hpp"
#include "http/cursor.hpp"
#include "http/message.hpp"
#include "service/import_queue.hpp"

namespace annals::http {

/// The service without its socket: a request in, its answer out. Thread-safe.
class Service {
 public:
  /// `uploads`: the folder for files that are being imported; else one of its own. What is left in it of an
  /// earlier service is removed, and its imports are ended as failed.
  /// `quota`: how many bytes a dataset may come to by imports; 0 for no limit.
  explicit Service(db::Pool& pool, std::filesystem::path const& uploads = {}, std::int64_t quota = 0);

  /// Never throws: every failure is an answer.
  [[nodiscard]] Response answer(Request const& request);

 private:
  [[nodiscard]] Response dispatch(Request const& request);

  db::Pool& pool_;
  Cursors cursors_;
  service::ImportQueue imports_;
};

}  // namespace annals::http
