#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "domain/edtf_reader.hpp"

namespace annals::edtf {
namespace {

// The days that ended with 23:59:60 UTC (IERS Bulletin C); none is to come before 2035.
constexpr std::array<std::string_view, 27> leap_second_days{
    "1972-06-30", "1972-12-31", "1973-12-31", "1974-12-31", "1975-12-31", "1976-12-31", "1977-12-31",
    "1978-12-31", "1979-12-31", "1981-06-30", "1982-06-30", "1983-06-30", "1985-06-30", "1987-12-31",
    "1989-12-31", "1990-12-31", "1992-06-30", "1993-06-30", "1994-06-30", "1995-12-31", "1997-06-30",
    "1998-12-31", "2005-12-31", "2008-12-31", "2012-06-30", "2015-06-30", "2016-12-31"};

std::optional<int> read_two(Reader& reader) {
  if (!is_digit(reader.peek())) return std::nullopt;
  int const tens = reader.take() - '0';
  if (!is_digit(reader.peek())) reader.fail("expected two digits");
  return 10 * tens + (reader.take() - '0');
}

int need_two(Reader& reader, int max, char const* what) {
  auto const at = reader.at();
  auto const value = read_two(reader);
  if (!value || *value > max) reader.fail_at(at, std::string("expected ") + what);
  return *value;
}

std::optional<int> read_offset(Reader& reader) {
  if (reader.accept("Z")) return 0;
  auto const at = reader.at();
  bool const west = reader.peek() == '-';
  if (!west && reader.peek() != '+') return std::nullopt;
  reader.take();
  int minutes = 60 * need_two(reader, 14, "the hours of an offset, at most 14");
  if (reader.accept(":")) minutes += need_two(reader, 59, "the minutes of an offset");
  if (minutes > 14 * 60) reader.fail_at(at, "offsets lie within -14:00 to +14:00");
  return west ? -minutes : minutes;
}

bool is_leap_second(Date const& date, ClockTime const& clock) {
  if (!clock.offset_minutes) return false;
  auto const day = days_of(date)->first.value();
  int const utc = clock.seconds - 1 - 60 * *clock.offset_minutes;  // of the second before
  auto const shift = utc < 0 ? -1 : utc >= 86400 ? 1 : 0;
  return utc - 86400 * shift == 86399 && std::binary_search(leap_second_days.begin(), leap_second_days.end(),
                                                            iso_day(day + date::days(shift)));
}

}  // namespace

ClockTime read_clock(Reader& reader, Date const& date) {
  auto const begin = reader.at();
  Reader const start = reader;
  ClockTime clock{};
  int const hour = need_two(reader, 24, "an hour");
  int minute = 0;
  int second = 0;
  auto second_at = reader.at();
  clock.unit = 3600;
  if (reader.accept(":")) {
    clock.unit = 60;
    minute = need_two(reader, 59, "a minute");
    second_at = reader.at();
    if (reader.accept(":")) {
      clock.unit = 1;
      second = need_two(reader, 60, "a second");
    }
  }
  clock.seconds = 3600 * hour + 60 * minute + second;
  if (clock.seconds > 86400) reader.fail_at(begin, "a day ends at 24:00:00");
  clock.offset_minutes = read_offset(reader);
  if (second == 60 && !is_leap_second(date, clock)) reader.fail_at(second_at + 1, "no such leap second");
  clock.text = start.text_until(reader);
  return clock;
}

}  // namespace annals::edtf
