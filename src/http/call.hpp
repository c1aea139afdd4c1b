#pragma once

#include <map>
#include <memory>
#include <string>

#include "db/pool.hpp"
#include "http/cursor.hpp"
#include "http/message.hpp"
#include "http/target.hpp"
#include "service/import_queue.hpp"

namespace annals::http {

/// Who asks: anybody, or the holder of a key.
struct Principal {
  int key_id = 0;  ///< 0: nobody in particular
  std::string role;
};

/// One request on its way through a handler.
struct Call {
  Request const& request;
  Target const& target;
  std::map<std::string, std::string> names;  ///< what the `{name}`s of the route stood for
  std::string suffix;                        ///< "csv" of /v1/events.csv
  Parameters parameters;                     ///< those not yet taken
  std::optional<std::string> as_of;          ///< the parameter, as it was given
  Principal principal;
  Cursors const& cursors;
  db::Pool& pool;
  service::ImportQueue& imports;
  db::View view;  ///< what the caller may see, and as of when
  /// The snapshot that a read is answered from; a streamed answer keeps it until it is told. A write has
  /// none.
  std::shared_ptr<db::Reading> reading;

  [[nodiscard]] db::Transaction& transaction() const { return reading->transaction(); }
  [[nodiscard]] std::string const& name(char const* of) const { return names.at(of); }
};

}  // namespace annals::http
