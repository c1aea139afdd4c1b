#pragma once

#include "db/connection.hpp"
#include "db/event_query.hpp"
#include "domain/dataset.hpp"

namespace annals::service {

/// Every name of a filter looked up. Throws Error(not_found) for a dataset that the caller does not see.
[[nodiscard]] db::EventQuery ask_events(db::Transaction& transaction, EventFilter filter);

/// The datasets that a filter asks of: those that it names, else all. Throws as above.
[[nodiscard]] std::vector<Dataset> asked_datasets(db::Transaction& transaction,
                                                  std::vector<std::string> const& keys);

}  // namespace annals::service
