#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/claim.hpp"
#include "domain/event.hpp"
#include "domain/place_tree.hpp"

namespace annals {

/// A claim with what its source means for it.
struct Evidence {
  Claim claim;
  ThingId original;                    ///< the source, or behind `republishes` the first of the chain
  std::optional<Day> published_from;   ///< orders the claims of an event
  std::optional<Day> published_until;  ///< the latest day of `published`
  std::optional<Day> public_by;        ///< known_by counts the claim from the end of this day on
  std::optional<Reliability> reliability;
  std::optional<DateExpression> published = {};
};

/// By the first day of `published` (none: last), then key: the order within an entry.
void sort_evidence(std::vector<Evidence>& evidence);

/// Those that take part in disputes and counts: all but `no_information`, `retracts` and what a standing
/// retraction answers. Points into `evidence`.
[[nodiscard]] std::vector<Evidence const*> counting(std::vector<Evidence> const& evidence);

/// A claim without a status says what its stance says (contract section 2).
[[nodiscard]] EventStatus status_of(Claim const& claim);
[[nodiscard]] bool conflict(EventStatus a, EventStatus b);

struct Witnesses {
  int sources = 0;  ///< distinct originals behind what asserts, confirms, plans or predicts
  int denials = 0;
};
[[nodiscard]] Witnesses witnesses(std::vector<Evidence> const& evidence);

/// One of the values that contradict each other, as the first claim that has it wrote it.
struct DisputedValue {
  std::variant<DateExpression, ThingLink, EventStatus, Quantity> value;
  std::vector<std::string> claims;  ///< keys
};
struct Dispute {
  std::string field;  ///< "date", "place", "quantities.<name>", "status"
  std::vector<DisputedValue> values;
};
/// The fields in which claims of one event conflict, bytewise by name (contract section 2). `evidence` is in
/// the order of an entry.
[[nodiscard]] std::vector<Dispute> disputes(std::vector<Evidence> const& evidence, PlaceTree const& places);

/// Drops what was not certainly public by the end of `day`. Returns how many claims of sources without any
/// date of publication or access were among them.
int keep_known(std::vector<Evidence>& evidence, Day day);

/// An event as its known claims tell it (contract section 5, known_by).
struct KnownEvent {
  Event event;
  std::vector<std::string> not_evidenced;  ///< bytewise
};
[[nodiscard]] KnownEvent as_known(Event const& event, std::vector<Evidence> const& known,
                                  PlaceTree const& places);

}  // namespace annals
