#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/event_filter.hpp"

namespace annals {

/// The filters of those lists (contract section 4), read but not yet looked up.
struct ThingFilter {
  std::vector<std::string> datasets;
  std::optional<std::string> words;
  std::vector<std::string> kinds;
  std::vector<std::string> countries;
  std::optional<Circle> circle;
  std::vector<Reference> events;
  std::optional<std::string> source;
  std::optional<std::string> claimant;
  std::vector<Stance> stances;
};

/// Takes the parameters that are filters of lists of that kind (none of events) out of `parameters`. Throws
/// Error(invalid_parameter).
[[nodiscard]] ThingFilter take_thing_filter(ThingKind kind, Parameters& parameters);

/// The names that take_thing_filter takes.
[[nodiscard]] std::vector<std::string> thing_filter_parameters(ThingKind kind);

}  // namespace annals
