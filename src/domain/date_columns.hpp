#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/date_expression.hpp"

namespace annals {

inline constexpr int sort_undated = 2147483647;
inline constexpr int sort_no_bound = 2147483646;  ///< dated, but no bound is known

/// A date expression as SQL needs it: day numbers (days since 1970-01-01) that filters and orders can
/// compare. Made here alone; the EDTF text stays the truth.
struct DateColumns {
  std::optional<std::string> edtf;
  std::optional<int> start_earliest;
  std::optional<int> start_latest;
  std::optional<int> end_earliest;
  std::optional<int> end_latest;
  /// What `when=certain` compares (contract section 2): the last day on which it may begin and the first on
  /// which it may end, with the stand-ins for unknown ends. Nothing: fails the test, or is without limit
  /// where the flag says so.
  std::optional<int> certain_start;
  std::optional<int> certain_end;
  bool certain_start_open = false;  ///< before everything
  bool certain_end_open = false;    ///< after everything
  /// Of a `{set}` with several members: start_earliest, end_latest, certain_start, certain_end of each in
  /// turn (a set's members are single dates or ranges; a missing bound is none). Empty for all else.
  std::vector<std::optional<int>> members;

  // Sort keys, not dates: contract section 4, "date sorts by".
  int sort_day = sort_undated;
  int sort_last = sort_undated;  ///< latest end; open or unknown: after every day
  std::int64_t sort_instant =
      INT64_MIN;  ///< seconds since 1970; without an instant: before all that have one
};

[[nodiscard]] DateColumns columns_of(std::optional<DateExpression> const& date);

}  // namespace annals
