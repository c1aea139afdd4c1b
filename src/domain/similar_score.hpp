#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/place.hpp"

namespace annals {

/// Two actors, or two places, that have a name alike; of the one that was asked about first.
struct SimilarThings {
  std::string own_name;  ///< the two names that are most alike
  std::string name;
  bool is_alias = false;  ///< one of the two is not the thing's own name
  double likeness = 0;    ///< of those names, 0 to 1
  std::optional<std::string> own_country;
  std::optional<std::string> country;
  std::optional<Point> own_point;
  std::optional<Point> point;
};

/// Why they may be the same, or may not.
struct SimilarReason {
  enum class Kind { name, alias, country, distance };
  Kind kind;
  std::optional<double> likeness = {};  ///< of the names, in thousandths
  std::optional<bool> same = {};        ///< of countries
  std::optional<double> km = {};        ///< apart
};

struct SimilarScore {
  int permille = 0;  ///< 0 not at all, 1000 the same name with nothing that speaks against it
  std::vector<SimilarReason> reasons;
};

/// The likeness of the names; countries that differ, and points that lie far apart, take from it.
[[nodiscard]] SimilarScore similar_score(SimilarThings const& two);

[[nodiscard]] std::string_view word(SimilarReason::Kind kind);

}  // namespace annals
