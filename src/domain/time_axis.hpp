#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/phrases.hpp"

namespace annals {

/// Seconds of the civil calendar since 1970-01-01T00:00:00: no zone, no leap seconds.
using CivilSeconds = std::int64_t;
inline constexpr CivilSeconds seconds_of_day = 86400;

/// The first second of what `moment` names, and the first behind it: a day, or a time as fine as it was
/// written.
[[nodiscard]] CivilSeconds begin_of(Moment const& moment);
[[nodiscard]] CivilSeconds finish_of(Moment const& moment);

struct TimeTick {
  CivilSeconds at;
  std::string label;  ///< "14:00", "19 September 2023", "September 2023", "2023", "44 BC"
  std::string day;    ///< of the first time of a day, where the labels are times; else empty
};

/// The ticks of an axis over [from, before): of minutes, hours, days, months, years, decades, centuries or
/// millennia, the finest whose labels have room in a line of `characters`. In order; none beyond the years
/// -9999 to 9999.
[[nodiscard]] std::vector<TimeTick> time_ticks(CivilSeconds from, CivilSeconds before, int characters,
                                               Language language);

}  // namespace annals
