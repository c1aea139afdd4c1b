#include "domain/duplicate_score.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace annals {
namespace {

using Reason = DuplicateReason;

// Before anything is known of two events that are near in time and place.
constexpr double weight_of_candidates = -3;
// Trigrams of two transliterations of one name; of two names of unrelated actors fewer are the same.
constexpr double likeness_of_one_name = 0.5;
constexpr double likeness_of_two_names = 0.2;
constexpr int days_of_vague_date = 31;

/// From `from` at 0 to `to` at 1.
double between(double from, double to, double share) { return from + (to - from) * share; }

Reason date_reason(ComparedEvent const& a, ComparedEvent const& b) {
  int const apart = std::max({0, a.first_day - b.last_day, b.first_day - a.last_day});
  Reason reason{Reason::Kind::date, 0};
  reason.days = apart;
  int const span = std::max(a.last_day - a.first_day, b.last_day - b.first_day);
  double const precision = 1 - std::min(1.0, static_cast<double>(span) / days_of_vague_date);
  // A day that both allow says less, the more days they allow.
  reason.weight = apart == 0 ? between(0.2, 2, precision) : 1.2 - 0.7 * apart;
  reason.weight = std::max(reason.weight, -3.0);
  return reason;
}

std::optional<Reason> place_reason(ComparedEvent const& a, ComparedEvent const& b) {
  if (a.point && b.point) {
    Reason reason{Reason::Kind::distance, 0};
    // Metres are enough, and more than the coordinates of most lists hold.
    reason.km = std::round(distance_km(*a.point, *b.point) * 1000) / 1000;
    reason.weight = std::max(1.5 - 0.15 * *reason.km, -3.0);
    return reason;
  }
  if (a.place && a.place == b.place) {
    Reason reason{Reason::Kind::distance, 1.5};
    reason.km = 0;
    return reason;
  }
  if (!a.country || !b.country) return std::nullopt;
  return Reason{Reason::Kind::country, a.country == b.country ? 0.2 : -3};
}

std::optional<Reason> actors_reason(ComparedEvent const& a, ComparedEvent const& b) {
  auto const& few = a.actors.size() <= b.actors.size() ? a.actors : b.actors;
  auto const& many = a.actors.size() <= b.actors.size() ? b.actors : a.actors;
  if (few.empty()) return std::nullopt;
  Reason reason{Reason::Kind::actors, 0};
  double sum = 0;
  std::vector<bool> taken(many.size(), false);
  for (auto const& actor : few) {
    double best = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < many.size(); ++i) {
      double const alike = taken[i] ? 0 : likeness(actor->names, many[i]->names);
      if (alike > best) best = alike, at = i;
    }
    double const share =
        std::clamp((best - likeness_of_two_names) / (likeness_of_one_name - likeness_of_two_names), 0.0, 1.0);
    sum += share;
    if (share < 0.5) continue;
    taken[at] = true;
    auto pair = std::pair(actor->name, many[at]->name);
    if (&few != &a.actors) std::swap(pair.first, pair.second);
    reason.actors.push_back(std::move(pair));
  }
  reason.share = sum / static_cast<double>(few.size());
  reason.weight = between(-3, 1.8, *reason.share);
  return reason;
}

std::int64_t numbers_apart(NumberRange const& a, NumberRange const& b) {
  auto const gap = [](NumberRange const& low, NumberRange const& high) {
    return low.to && high.from ? *high.from - *low.to : 0;
  };
  return std::max({std::int64_t{0}, gap(a, b), gap(b, a)});
}

std::optional<Reason> deaths_reason(ComparedEvent const& a, ComparedEvent const& b) {
  if (!a.deaths || !b.deaths) return std::nullopt;
  auto const larger = static_cast<double>(std::max(a.deaths->from.value_or(0), b.deaths->from.value_or(0)));
  Reason reason{Reason::Kind::deaths, 0};
  reason.deaths = numbers_apart(*a.deaths, *b.deaths);
  auto const apart = static_cast<double>(*reason.deaths);
  // That two lists have 37 says more than that both have none.
  double const agreement = 0.4 + std::min(2.0, std::log1p(larger) * 0.6);
  if (apart <= 1)
    reason.weight = agreement * (reason.deaths == 0 ? 1 : 0.7);
  else
    reason.weight = -std::min(3.0, 0.6 + std::log(apart) + apart / (1 + larger));
  return reason;
}

/// Of the shorter title: one list says in a sentence what another says in three words.
std::optional<Reason> words_reason(ComparedEvent const& a, ComparedEvent const& b) {
  auto const few = std::min(a.words.size(), b.words.size());
  if (few == 0) return std::nullopt;
  Reason reason{Reason::Kind::words, 0};
  std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(),
                        std::back_inserter(reason.words));
  reason.share = static_cast<double>(reason.words.size()) / static_cast<double>(few);
  reason.weight = between(-0.5, 2, *reason.share);
  return reason;
}

Reason type_reason(ComparedEvent const& a, ComparedEvent const& b) {
  auto const within = [](std::string const& narrow, std::string const& wide) {
    return narrow == wide || narrow.starts_with(wide + ".");
  };
  Reason reason{Reason::Kind::type, -1};
  if (within(a.type, b.type) || within(b.type, a.type))
    reason.weight = 0.5;
  else if (a.type.substr(0, a.type.find('.')) == b.type.substr(0, b.type.find('.')))
    reason.weight = 0;
  return reason;
}

constexpr std::array<std::string_view, 7> duplicate_reasons{"date",   "distance", "country", "actors",
                                                            "deaths", "words",    "type"};

}  // namespace

DuplicateScore duplicate_score(ComparedEvent const& a, ComparedEvent const& b) {
  DuplicateScore score;
  auto const add = [&](std::optional<Reason> reason) {
    if (reason) score.reasons.push_back(std::move(*reason));
  };
  add(date_reason(a, b));
  add(place_reason(a, b));
  add(actors_reason(a, b));
  add(deaths_reason(a, b));
  add(words_reason(a, b));
  add(type_reason(a, b));
  double sum = weight_of_candidates;
  for (auto& reason : score.reasons) {
    reason.weight = std::round(reason.weight * 100) / 100;
    sum += reason.weight;
  }
  score.permille = static_cast<int>(std::lround(1000 / (1 + std::exp(-sum))));
  return score;
}

std::string_view word(DuplicateReason::Kind kind) {
  return duplicate_reasons.at(static_cast<std::size_t>(kind));
}

}  // namespace annals
