#pragma once

#include "db/connection.hpp"
#include "domain/event_filter.hpp"

namespace annals::db {

/// Looks up every name of a filter, once for a request.
[[nodiscard]] FilterNames look_up_names(Transaction& transaction, EventFilter const& filter);

/// The places of countries (ISO 3166-1 alpha-2), with all within them.
[[nodiscard]] std::set<ThingId> places_of_countries(Transaction& transaction,
                                                    std::vector<std::string> const& countries);

}  // namespace annals::db
