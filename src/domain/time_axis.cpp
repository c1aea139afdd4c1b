#include "domain/time_axis.hpp"

#include <algorithm>
#include <array>

namespace annals {
namespace {

enum class TickUnit { second, day, month, year };

struct TickStep {
  TickUnit unit;
  int count;
};

/// What a step takes at least, and a label with the blank beside it at most.
struct UnitSize {
  CivilSeconds seconds;
  int characters;
};
constexpr std::array<UnitSize, 4> unit_sizes{
    {{1, 8}, {seconds_of_day, 26}, {28 * seconds_of_day, 20}, {365 * seconds_of_day, 10}}};

constexpr std::array tick_steps{
    TickStep{TickUnit::second, 60},    TickStep{TickUnit::second, 300},   TickStep{TickUnit::second, 900},
    TickStep{TickUnit::second, 1800},  TickStep{TickUnit::second, 3600},  TickStep{TickUnit::second, 10800},
    TickStep{TickUnit::second, 21600}, TickStep{TickUnit::second, 43200}, TickStep{TickUnit::day, 1},
    TickStep{TickUnit::day, 2},        TickStep{TickUnit::day, 5},        TickStep{TickUnit::day, 10},
    TickStep{TickUnit::day, 15},       TickStep{TickUnit::month, 1},      TickStep{TickUnit::month, 2},
    TickStep{TickUnit::month, 3},      TickStep{TickUnit::month, 6},      TickStep{TickUnit::year, 1},
    TickStep{TickUnit::year, 2},       TickStep{TickUnit::year, 5},       TickStep{TickUnit::year, 10},
    TickStep{TickUnit::year, 20},      TickStep{TickUnit::year, 50},      TickStep{TickUnit::year, 100},
    TickStep{TickUnit::year, 200},     TickStep{TickUnit::year, 500},     TickStep{TickUnit::year, 1000},
    TickStep{TickUnit::year, 2000},    TickStep{TickUnit::year, 5000}};

/// Times stand on an axis only where it has as much room for each day as this: they are told with their day.
constexpr int characters_of_day = 40;

TickStep finest_with_room(CivilSeconds span, int characters) {
  for (auto const& step : tick_steps) {
    auto const& size = unit_sizes[static_cast<std::size_t>(step.unit)];
    bool const is_time = step.unit == TickUnit::second;
    if (is_time && span * characters_of_day > characters * seconds_of_day) continue;
    if (span / (size.seconds * step.count) * size.characters <= characters) return step;
  }
  return tick_steps.back();
}

CivilSeconds floor_to(CivilSeconds at, CivilSeconds step) {
  auto const rest = at % step;
  return at - rest - (rest < 0 ? step : 0);
}

Day day_of(CivilSeconds at) { return Day(date::days(floor_to(at, seconds_of_day) / seconds_of_day)); }
CivilSeconds seconds_of(Day day) { return day.time_since_epoch().count() * seconds_of_day; }

/// `cut` characters off the end of the ISO day leave a month or a year.
std::string day_label(Day day, std::size_t cut, Language language) {
  auto const iso = iso_day(day);
  return describe(DateExpression::parse(iso.substr(0, iso.size() - cut)), language);
}

std::string clock_label(CivilSeconds at) {
  auto const minutes = (at - seconds_of(day_of(at))) / 60;
  auto const two = [](CivilSeconds n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(minutes / 60) + ":" + two(minutes % 60);
}

class Ticks {
 public:
  Ticks(CivilSeconds from, CivilSeconds before, Language language)
      : from_(std::max(from, seconds_of(Day(date::year(-9999) / 1 / 1)))),
        before_(std::min(before, seconds_of(Day(date::year(9999) / 12 / 31)))),
        language_(language) {}

  std::vector<TimeTick> by(TickStep step) && {
    if (step.unit == TickUnit::second) by_seconds(step.count);
    if (step.unit == TickUnit::day) by_days(step.count);
    if (step.unit == TickUnit::month) by_months(step.count);
    if (step.unit == TickUnit::year) by_years(step.count);
    return std::move(ticks_);
  }

 private:
  void add(CivilSeconds at, std::string label, std::string day = "") {
    if (at >= from_ && at < before_) ticks_.push_back({at, std::move(label), std::move(day)});
  }

  void by_seconds(CivilSeconds step) {
    std::optional<Day> last;
    for (auto at = floor_to(from_ + step - 1, step); at < before_; at += step) {
      auto const day = day_of(at);
      add(at, clock_label(at), day != last ? day_label(day, 0, language_) : "");
      last = day;
    }
  }

  /// Counted from the first of each month; one that the first of the next would crowd is left out.
  void by_days(int step) {
    for (auto day = day_of(from_); seconds_of(day) < before_; day += date::days(1)) {
      date::year_month_day const civil(day);
      int const number = static_cast<int>(static_cast<unsigned>(civil.day()));
      auto const next = Day(civil.year() / civil.month() / date::last) + date::days(1);
      bool const crowds = (next - day).count() * 10 < step * 7;
      if ((number - 1) % step == 0 && (number == 1 || !crowds))
        add(seconds_of(day), day_label(day, 0, language_));
    }
  }

  void by_months(int step) {
    date::year_month_day const first(day_of(from_));
    for (auto month = first.year() / date::January; seconds_of(Day(month / 1)) < before_;
         month += date::months(step))
      add(seconds_of(Day(month / 1)), day_label(Day(month / 1), 3, language_));
  }

  /// Round numbers as people count them: 100 BC is the year -99, and there is no year 0 to stand on.
  void by_years(int step) {
    auto const year_of = [](CivilSeconds at) {
      return static_cast<int>(date::year_month_day(day_of(at)).year());
    };
    auto const tick = [&](int year) {
      Day const day(date::year(year) / 1 / 1);
      add(seconds_of(day), day_label(day, 6, language_));
    };
    int const first = year_of(from_), last = year_of(before_ - 1);
    for (int bc = (1 - first) / step * step; bc > 0 && 1 - bc <= last; bc -= step) tick(1 - bc);
    if (step > 1) tick(1);
    for (int year = std::max(first, step) / step * step; year <= last; year += step) tick(year);
  }

  CivilSeconds from_, before_;
  Language language_;
  std::vector<TimeTick> ticks_;
};

}  // namespace

CivilSeconds begin_of(Moment const& moment) {
  return seconds_of(moment.day) + (moment.clock ? moment.clock->seconds : 0);
}

CivilSeconds finish_of(Moment const& moment) {
  return begin_of(moment) + (moment.clock ? moment.clock->unit : seconds_of_day);
}

std::vector<TimeTick> time_ticks(CivilSeconds from, CivilSeconds before, int characters, Language language) {
  if (from >= before) return {};
  return Ticks(from, before, language).by(finest_with_room(before - from, characters));
}

}  // namespace annals
