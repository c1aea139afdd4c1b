#pragma once

#include <optional>
#include <string>

#include "lists/term.hpp"

namespace annals::lists {

/// A date as EDTF, "" where the row has none; or what is wrong with it.
struct ListDate {
  std::string edtf;
  std::string fault = {};
  int column = -1;  ///< where
};

/// How a list writes days.
struct DayStyle {
  DateOrder order;
  std::optional<int> two_digit_years_from;
};

[[nodiscard]] ListDate evaluate(DateTerm const& term, Cells cells, DayStyle const& style);

}  // namespace annals::lists
