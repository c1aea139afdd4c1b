#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/date_expression.hpp"
#include "domain/parameter_values.hpp"

namespace annals {

/// By what events are counted (contract section 3, `/stats`): a period of their earliest start, a word, or a
/// thing.
enum class GroupBy { year, month, week, day, type, status, country, place, actor, dataset };

template <>
std::span<std::string_view const> words<GroupBy>();

[[nodiscard]] bool is_period(GroupBy by);
/// A place or an actor: named by its dataset and key.
[[nodiscard]] bool is_thing(GroupBy by);

/// "2023", "2023-09", "2024-W16" (ISO 8601), "2023-09-01": the period that begins on `first`.
[[nodiscard]] std::string period_text(GroupBy period, Day first);

/// How events are to be counted.
struct Grouping {
  std::vector<GroupBy> by;              ///< one or two
  std::optional<std::string> quantity;  ///< what is summed
};

/// Takes `by` and `sum` out of `parameters`. Throws Error(invalid_parameter).
[[nodiscard]] Grouping take_grouping(Parameters& parameters);

/// The names that take_grouping takes.
[[nodiscard]] std::vector<std::string> grouping_parameters();

/// What the events of a group have in common in one respect.
struct GroupKey {
  std::string text;     ///< a period, a word, or a thing's key
  std::string dataset;  ///< of a thing
  std::string name;     ///< of a thing
};

/// A sum in decimal, as large as it comes, of those events that give the number; nothing: none does.
struct GroupSum {
  std::optional<std::string> total;
  std::int64_t given = 0;  ///< how many events give it
};

struct EventGroup {
  std::vector<std::optional<GroupKey>> keys;  ///< as Grouping::by; nothing: the events have none
  std::int64_t count = 0;
  GroupSum low, best, high;
};

}  // namespace annals
