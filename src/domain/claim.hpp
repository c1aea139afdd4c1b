#pragma once

#include <optional>
#include <string>

#include "domain/date_expression.hpp"
#include "domain/quantity.hpp"
#include "domain/thing.hpp"

namespace annals {

/// What one source says of one event: the atom of the database (contract section 1).
struct Claim {
  ThingHead head;
  ThingLink event;
  ThingLink source;
  std::optional<ThingLink> claimant;
  Stance stance = Stance::asserts;
  std::optional<DateExpression> said;
  std::optional<DateExpression> date;
  std::optional<ThingLink> place;
  std::optional<EventStatus> status;
  Quantities quantities;
  std::optional<std::string> gist;
  std::optional<std::string> quote;
  std::optional<std::string> language;  ///< of the quote, BCP 47
  std::optional<std::string> locator;
  std::optional<ThingLink> answers;
  std::optional<int> credibility;  ///< Admiralty grade, 1 (confirmed) to 6 (cannot be judged)
};

}  // namespace annals
