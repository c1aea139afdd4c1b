#include "domain/plan_words.hpp"

#include "domain/said.hpp"

namespace annals {
namespace {

constexpr Said on_the_day{"on the day planned", "в намеченный день"};
constexpr Said days_earlier{" earlier", " раньше"};
constexpr Said days_later{" later", " позже"};
constexpr Said by_days{"", "на "};
constexpr Said at_least{"at least ", "не менее чем на "};
constexpr Said at_most{"at most ", "не более чем на "};
constexpr Said up_to{" to ", " – "};

std::string days_of(std::int64_t number, Language language) {
  return counted(number, Counted::days, language);
}

/// Both ends lie on one side of the plan, or on it: 0 <= least <= most.
std::string one_sided(std::int64_t least, std::int64_t most, Said const& direction, Language language) {
  auto const text = least == 0 && least != most
                        ? std::string(at_most.in(language)) + days_of(most, language)
                        : std::string(by_days.in(language)) + describe(DayCount{least, most}, language);
  return text + std::string(direction.in(language));
}

std::string open_sided(Said const& bound, std::int64_t days, Said const& direction, Language language) {
  return std::string(bound.in(language)) + days_of(days, language) + std::string(direction.in(language));
}

}  // namespace

std::string describe_difference(DayCount const& days, Language language) {
  auto const& [min, max] = days;
  if (!min && !max) return std::string(phrase(Phrase::unknown_number_of_days, language));
  if (!min) {
    return *max < 0 ? open_sided(at_least, -*max, days_earlier, language)
                    : open_sided(at_most, *max, days_later, language);
  }
  if (!max) {
    return *min > 0 ? open_sided(at_least, *min, days_later, language)
                    : open_sided(at_most, -*min, days_earlier, language);
  }
  if (*min == 0 && *max == 0) return std::string(on_the_day.in(language));
  if (*max <= 0) return one_sided(-*max, -*min, days_earlier, language);
  if (*min >= 0) return one_sided(*min, *max, days_later, language);
  return days_of(-*min, language) + std::string(days_earlier.in(language)) + std::string(up_to.in(language)) +
         days_of(*max, language) + std::string(days_later.in(language));
}

}  // namespace annals
