#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/event_groups.hpp"

namespace annals::service {

/// The events that pass in groups, in order. Throws Error(too_many_groups) for more than 10,000, and for
/// `known_by`, whose values are nowhere stored, Error(not_with_known_by).
[[nodiscard]] std::vector<EventGroup> count_events(db::Transaction& transaction, db::EventQuery query,
                                                   Grouping const& grouping);

/// An event type in use, or one that types in use begin with.
struct TypeCount {
  std::string type;
  std::optional<std::string> parent;  ///< "military" of "military.withdrawal"
  std::int64_t count = 0;             ///< events of exactly this type
  std::int64_t total = 0;             ///< with those of every type below it
};
/// All of them by type; of no datasets: of all that the caller sees. Throws as above.
[[nodiscard]] std::vector<TypeCount> count_types(db::Transaction& transaction,
                                                 std::vector<std::string> const& datasets);

}  // namespace annals::service
