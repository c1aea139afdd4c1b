#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/name_likeness.hpp"
#include "domain/place.hpp"
#include "domain/quantity.hpp"

namespace annals {

/// An actor by its names, its own first.
struct ComparedActor {
  std::string name;
  std::vector<ComparedName> names;
};

/// What of an event is compared with another.
struct ComparedEvent {
  ThingId id;
  int first_day = 0;  ///< days since 1970 on which it may have begun, both included
  int last_day = 0;
  std::optional<ThingId> place;
  std::optional<Point> point;
  std::optional<std::string> country;
  std::vector<std::shared_ptr<ComparedActor const>> actors;  ///< each once
  std::optional<NumberRange> deaths;                         ///< of the quantity `fatalities`
  std::vector<std::string> words;                            ///< words_of() its folded title
  std::string type;
};

/// What speaks for or against two events being one, and by how much: `weight` is the natural logarithm of how
/// many times more often it is so of duplicates than of others.
struct DuplicateReason {
  enum class Kind { date, distance, country, actors, deaths, words, type };
  Kind kind;
  double weight;
  std::optional<int> days = {};                                  ///< apart; 0: they share one
  std::optional<double> km = {};                                 ///< apart
  std::optional<double> share = {};                              ///< of actors or words in common, 0 to 1
  std::optional<std::int64_t> deaths = {};                       ///< between their numbers; 0: they share one
  std::vector<std::pair<std::string, std::string>> actors = {};  ///< names of those taken for the same
  std::vector<std::string> words = {};                           ///< in both titles
};

struct DuplicateScore {
  int permille = 0;  ///< how probably they are one, in thousandths: an order of scores is an order of numbers
  std::vector<DuplicateReason> reasons;
};

/// From here on most proposals are right: docs/duplicates.md has what was measured.
inline constexpr int likely_permille = 500;

/// What one of them does not tell speaks neither for nor against.
[[nodiscard]] DuplicateScore duplicate_score(ComparedEvent const& a, ComparedEvent const& b);

[[nodiscard]] std::string_view word(DuplicateReason::Kind kind);

}  // namespace annals
