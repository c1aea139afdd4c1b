#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/date_expression.hpp"
#include "domain/vocabulary.hpp"

namespace annals {

/// A thing that a search found.
struct SearchHit {
  ThingKind kind;  ///< actor, place, source or event
  std::string dataset;
  std::string key;
  std::string title;                   ///< of an actor or place its name
  std::optional<std::string> word;     ///< what kind of actor, place or source; an event's type
  std::optional<DateExpression> date;  ///< of an event; of a source when it was published
  std::vector<std::string> matched;    ///< the fields in which it was found
  std::optional<std::string> name;     ///< the name that matched best; of an event none
};

}  // namespace annals
