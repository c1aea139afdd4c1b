#include "domain/similar_score.hpp"

#include <array>
#include <cmath>

namespace annals {
namespace {

constexpr double left_of_other_country = 0.5;
constexpr double left_of_unknown_country = 0.9;
constexpr double left_of_unknown_distance = 0.9;
// Producers place a town up to some ten kilometres apart; a hundred is another of that name.
constexpr double km_of_half = 50;

double thousandths(double value) { return std::round(value * 1000) / 1000; }

constexpr std::array<std::string_view, 4> similar_reasons{"name", "alias", "country", "distance"};

}  // namespace

SimilarScore similar_score(SimilarThings const& two) {
  SimilarScore score;
  double left = two.likeness;
  using Kind = SimilarReason::Kind;
  SimilarReason named{two.is_alias ? Kind::alias : Kind::name};
  named.likeness = thousandths(two.likeness);
  score.reasons.push_back(named);
  if (two.own_country && two.country) {
    SimilarReason country{Kind::country};
    country.same = two.own_country == two.country;
    left *= *country.same ? 1 : left_of_other_country;
    score.reasons.push_back(country);
  } else {
    left *= left_of_unknown_country;
  }
  if (two.own_point && two.point) {
    SimilarReason distance{Kind::distance};
    distance.km = thousandths(distance_km(*two.own_point, *two.point));
    left *= 1 / (1 + std::pow(*distance.km / km_of_half, 2));
    score.reasons.push_back(distance);
  } else if (two.own_point || two.point) {
    left *= left_of_unknown_distance;
  }
  score.permille = static_cast<int>(std::lround(left * 1000));
  return score;
}

std::string_view word(SimilarReason::Kind kind) { return similar_reasons.at(static_cast<std::size_t>(kind)); }

}  // namespace annals
