#pragma once

#include "db/change_store.hpp"
#include "wire/json_body.hpp"

namespace annals::service {

/// A relation between two events, as its path names it.
struct RelationTarget {
  std::string dataset;
  std::string event;
  std::string relation;  ///< a word of the vocabulary, or not
  Reference other;       ///< with its dataset
};

/// Sets the relation; the event it starts from gets a new version where anything changes. The other end may
/// lie in a dataset that comes later; in the same one it must be there. Throws Error: `not_found`,
/// `unknown_reference`, `cycle`, faults of the body.
struct WrittenRelation {
  EventRelation relation;
  bool created;
};
[[nodiscard]] WrittenRelation write_relation(db::Transaction& transaction, RelationTarget const& target,
                                             wire::JsonBody const& body, db::Author const& author);
/// Throws Error(not_found).
void delete_relation(db::Transaction& transaction, RelationTarget const& target, db::Author const& author);

}  // namespace annals::service
