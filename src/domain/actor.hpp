#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/date_expression.hpp"
#include "domain/thing.hpp"

namespace annals {

struct Actor {
  ThingHead head;
  std::string name;
  ActorKind kind = ActorKind::other;
  std::optional<std::string> country;  ///< ISO 3166-1 alpha-2
  std::vector<std::string> aliases;
  std::vector<std::string> external_ids;  ///< "scheme:value"
};

/// A dated, directed link from an actor to another, which may lie in another dataset. A thing with a key of
/// its own.
struct ActorRelation {
  ThingHead head;
  ThingLink actor;
  ActorRelationKind relation = ActorRelationKind::part_of;
  Reference other;
  std::string other_name;
  std::optional<DateExpression> date;
};

}  // namespace annals
