#pragma once

#include <string>
#include <utility>
#include <vector>

#include "db/change_store.hpp"
#include "service/precondition.hpp"
#include "service/thing_text.hpp"
#include "wire/json_body.hpp"

namespace annals::service {

/// Where a write goes.
struct WriteTarget {
  ThingKind kind;
  std::string dataset;
  std::string key;
  /// Fields that the path gives, such as the actor of a relation.
  std::vector<std::pair<std::string, std::string>> given = {};
};

/// What a body does to what is there: `create` refuses it, `put` replaces it, `patch` changes some of its
/// members (RFC 7396).
enum class WriteForm { create, put, patch };

struct WrittenThing {
  ThingText thing;  ///< as it stands now
  bool created = false;
  std::vector<Fault> warnings;
};

/// Writes one thing, in the caller's transaction (with an editor's view). What is as it was makes no new
/// version. Throws Error: `not_found`, `exists`, the preconditions', and every fault of the body with its
/// JSON pointer.
[[nodiscard]] WrittenThing write_thing(db::Transaction& transaction, WriteTarget const& target,
                                       WriteForm form, wire::JsonBody const& body,
                                       Precondition const& precondition, db::Author const& author);

/// Deletes one thing, and with `cascade` all that uses it. Throws Error: `not_found`, the preconditions',
/// `in_use` with the users.
void delete_thing(db::Transaction& transaction, WriteTarget const& target, bool cascade,
                  Precondition const& precondition, db::Author const& author);

}  // namespace annals::service
