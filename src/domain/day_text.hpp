#pragma once

#include <optional>
#include <string_view>

#include "domain/date_expression.hpp"

namespace annals {

/// In which order a list writes the numbers of a day.
enum class DateOrder { year_first, month_first, day_first };

/// "ymd", "mdy", "dmy".
[[nodiscard]] std::optional<DateOrder> date_order_of(std::string_view word);

/// A day as lists write it: 2023-01-31, 20230131, 31 January 2023, Jan 31, 2023 whatever the order;
/// 31/01/2023, 31.1.2023, 01-31-2023 by `order`. A time behind it (also of
/// 20230131235900) is dropped. Years have four digits, or two
/// where the first of the hundred years that they lie in is given. Nothing where the text is no day of the
/// calendar, which is never guessed.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text, DateOrder order,
                                           std::optional<int> two_digit_years_from = {});

}  // namespace annals
