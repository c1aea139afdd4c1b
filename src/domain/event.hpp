#pragma once

#include <string>
#include <vector>

#include "domain/date_expression.hpp"
#include "domain/place.hpp"
#include "domain/quantity.hpp"
#include "domain/thing.hpp"

namespace annals {

struct Participant {
  std::string role;
  ThingLink actor;
};

/// The place of an event as its JSON shows it.
struct EventPlace {
  ThingLink link;
  std::optional<Point> point;
  std::optional<PlacePrecision> precision;
  std::optional<std::string> country;
};
[[nodiscard]] EventPlace event_place(Place const& place);

/// Something that happened, goes on, was planned or is alleged (contract section 1).
struct Event {
  ThingHead head;
  std::string title;
  std::optional<std::string> description;
  std::string type;
  EventStatus status = EventStatus::occurred;
  std::optional<DateExpression> date;
  std::optional<EventPlace> place;
  std::vector<Participant> participants;
  Quantities quantities;
  std::vector<std::string> tags;
  int claim_count = 0;                ///< claims that the caller may see
  std::vector<std::string> disputed;  ///< "date", "place", "quantities.<name>", "status": sorted bytewise
};

/// A directed, named link from an event to another, which may lie in another dataset.
struct EventRelation {
  ThingLink event;
  EventRelationKind relation = EventRelationKind::part_of;
  Reference other;          ///< always with its dataset when read from the database
  std::string other_title;  ///< when read from the database and visible
  std::optional<std::string> note;
};

}  // namespace annals
