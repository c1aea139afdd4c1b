#pragma once

#include <date/date.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace annals {

/// A civil day of the proleptic Gregorian calendar. Years -9999 to 9999; no time zone: dates are local dates.
using Day = date::sys_days;

/// A time of day as the source wrote it. Without `offset_minutes` it is local and has no instant.
struct ClockTime {
  int seconds = 0;                    ///< since local midnight, 0 to 86,400 (24:00:00 is allowed by ISO 8601)
  std::optional<int> offset_minutes;  ///< east of UTC, -840 to 840
  int unit = 1;                       ///< seconds in the finest part written: 1, 60 or 3600
  std::string text;                   ///< as written, from behind the T: "07:00:00+04:00"

  bool operator==(ClockTime const&) const = default;
};

struct Moment {
  Day day;
  std::optional<ClockTime> clock;

  bool operator==(Moment const&) const = default;
};

/// The first and the last moment at which something may have begun (or ended). `open` is EDTF's `..`: goes
/// on, or has no beginning. Neither moment and not open: unknown.
struct Edge {
  std::optional<Moment> earliest;
  std::optional<Moment> latest;
  bool open = false;

  bool operator==(Edge const&) const = default;
};

/// Where something lies in time: the four bounds that contract section 2 derives from an expression.
struct Bounds {
  Edge start;
  Edge end;

  bool operator==(Bounds const&) const = default;
};

enum class DateKind { single, interval, set };
enum class Precision { second, minute, hour, day, month, season, year, decade, century };

/// What is wrong with a date expression: `invalid_date`, `out_of_range`, `reversed_interval` or `too_long`,
/// at `position` (characters from 0).
class DateError : public Error {
 public:
  DateError(Problem code, int position, std::string const& message)
      : Error(code, message), position_(position) {}
  [[nodiscard]] int position() const { return position_; }

 private:
  int position_;
};

namespace edtf {
struct Expression;  // the syntax tree, see domain/edtf.hpp
}

/// A coder's date: an EDTF expression of level 0, 1 or 2 (ISO 8601-2:2019, annex A) with what follows from
/// it. A value: cheap to copy (the tree is shared and never changed).
class DateExpression {
 public:
  /// Reads `text`; throws DateError. At most 1,024 bytes and 100 members.
  static DateExpression parse(std::string_view text);

  [[nodiscard]] std::string const& edtf() const;  ///< exactly as it was given
  [[nodiscard]] DateKind kind() const;
  /// Of a set: the start of the first member in time and the end of the last.
  [[nodiscard]] Bounds const& bounds() const;
  /// The members of a `{set}`, each with its own bounds, in time order; exactly one element (bounds()) for
  /// the rest.
  [[nodiscard]] std::vector<Bounds> const& members() const;
  [[nodiscard]] Precision precision() const;  ///< of an interval or set: the coarsest of its parts
  [[nodiscard]] bool approximate() const;     ///< has `~` or `%` anywhere
  [[nodiscard]] bool uncertain() const;       ///< has `?` or `%` anywhere
  /// Seconds since 1970-01-01T00:00:00Z, where the expression is a single date with a time and an offset.
  [[nodiscard]] std::optional<std::int64_t> instant() const;
  [[nodiscard]] edtf::Expression const& tree() const;

 private:
  struct Content;
  std::shared_ptr<Content const> content_;
};

/// The expression printed again from its tree, in canonical form: parses to the same tree.
[[nodiscard]] std::string print(edtf::Expression const& tree);

/// The expression in plain English, for a sentence: "between 10 and 17 April 2024", "about October 2023",
/// "since 12 December 2022", "12 December 2022 to September 2023", "October 2022 and May 2023".
[[nodiscard]] std::string describe(DateExpression const& date);

/// "second", "decade" ...: the word on the wire.
[[nodiscard]] std::string_view word(Precision precision);
/// "2024-04-17", "-0044-03-15".
[[nodiscard]] std::string iso_day(Day day);
/// iso_day, or with its time as written: "2020-11-10T07:00:00+04:00".
[[nodiscard]] std::string iso_moment(Moment const& moment);

/// A stretch of days, both ends included; no bound is no limit on that side.
struct Window {
  std::optional<Day> first;
  std::optional<Day> last;
};

/// What `certain` compares: the last day on which something may begin and the first on which it may end, with
/// the stand-ins for unknown sides of intervals. No moment: fails the test, or is without limit where `_open`
/// says so.
struct CertainSpan {
  std::optional<Moment> start;
  std::optional<Moment> end;
  bool start_open = false;
  bool end_open = false;
};
/// Of `part`, which is date's bounds() or one of its members().
[[nodiscard]] CertainSpan certain_span(DateExpression const& date, Bounds const& part);

/// Whether whatever begins by `latest` begins before what begins at `earliest` or later: by instants where
/// both have one, by local time where neither has an offset, else by days.
[[nodiscard]] bool certainly_before(Moment const& latest, Moment const& earliest);

/// Contract section 2: possible and certain overlap. A `{set}` overlaps as its members do.
[[nodiscard]] bool possibly_overlaps(DateExpression const& date, Window const& window);
[[nodiscard]] bool certainly_overlaps(DateExpression const& date, Window const& window);

/// Contract section 2, "when claims conflict": whether two dates cannot both be true. Symmetric.
[[nodiscard]] bool conflict(DateExpression const& a, DateExpression const& b);

/// Whether two expressions denote the same: the same kind, with the same bounds and instants in every member.
[[nodiscard]] bool same_value(DateExpression const& a, DateExpression const& b);

/// Whether `inner` is of the same kind as `outer` and every side or member of it lies within `outer`'s
/// (contract section 5, "supports"). An open side lies only within an open side; an unknown side of `outer`
/// holds anything.
[[nodiscard]] bool lies_within(DateExpression const& inner, DateExpression const& outer);

/// Days from the earliest to the latest bound, both included; nothing where a side is open or unknown.
[[nodiscard]] std::optional<std::int64_t> extent_days(DateExpression const& date);

}  // namespace annals
