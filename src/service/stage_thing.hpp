#pragma once

#include <string>

#include "db/copy.hpp"
#include "db/thing_columns.hpp"

namespace annals::service {

/// The columns that stage() writes of a kind of thing, in order, with commas between.
template <class Thing>
[[nodiscard]] std::string staged_columns() {
  std::string names = "line";
  for (auto const& column : db::columns_of(Thing{})) (names += ", ") += column.name;
  return names;
}

/// A row of stage_X. `line`: where it stands in its file, by which it is known while it is staged.
template <class Thing>
void stage(Thing const& thing, int line, db::CopyRows& rows) {
  rows << line;
  for (auto const& column : db::columns_of(thing)) rows << column.value;
  rows.end_row();
}

}  // namespace annals::service
