#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/event_filter.hpp"

namespace annals {

/// The collections of things other than events.
enum class Collection { actors, places, sources, claims };

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

/// Takes the parameters that are filters of `collection` out of `parameters`. Throws
/// Error(invalid_parameter).
[[nodiscard]] ThingFilter take_thing_filter(Collection collection, Parameters& parameters);

/// The names that take_thing_filter takes.
[[nodiscard]] std::vector<std::string> thing_filter_parameters(Collection collection);

}  // namespace annals
