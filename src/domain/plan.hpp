#pragma once

#include <string>
#include <vector>

#include "domain/evidence.hpp"
#include "domain/span.hpp"

namespace annals {

/// Who said a plan, and when.
struct PlanSaying {
  std::string claim;  ///< its key
  ThingId source;
  ThingId original;  ///< the source, or behind `republishes` the first of the chain
  int footnote = 0;  ///< of the source, where footnotes are numbered
  std::optional<DateExpression> said;
  std::optional<DateExpression> published;  ///< of the source
};

/// A date for which an event was planned or predicted, and what came instead.
struct Plan {
  DateExpression date;
  std::vector<PlanSaying> said;
  std::optional<DayCount>
      difference_days;  ///< what came less what was planned; nothing where neither is known
};

/// Every distinct date of the claims that plan or predict, in the order of its first claim.
[[nodiscard]] std::vector<Plan> plans_of(std::vector<Evidence> const& evidence);

/// Plans of an event itself: its own start, once it came, less the planned one.
[[nodiscard]] std::vector<Plan> plans_of(Event const& event, std::vector<Evidence> const& evidence);

/// A planned end of what lasts.
struct PlannedEnd {
  std::string event;  ///< its key, or dataset/key
  EventStatus status = EventStatus::planned;
  Plan plan;
};
/// The ends that `planned`, which others call `name`, was to bring: the dates of its claims, else its own.
[[nodiscard]] std::vector<PlannedEnd> planned_ends(std::string const& name, Event const& planned,
                                                   std::vector<Evidence> const& evidence, Span const& span);

}  // namespace annals
