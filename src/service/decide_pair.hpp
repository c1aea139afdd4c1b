#pragma once

#include "db/change_store.hpp"
#include "wire/json_body.hpp"

namespace annals::service {

/// What a person decided of two things that may be one.
struct DecidedPair {
  PairKind kind;
  Reference a;  ///< both with their datasets
  Reference b;
  PairDecision decision;
  std::optional<std::string> note;
};

/// "same" relates event a to b by `same_as`, as write_relation() does. "different" is remembered, of events,
/// actors and places, and ends such a relation of events. What was decided before no longer counts. Throws
/// Error: `unknown_reference`, faults of the body.
[[nodiscard]] DecidedPair decide_pair(db::Transaction& transaction, wire::JsonBody const& body,
                                      db::Author const& author);

}  // namespace annals::service
