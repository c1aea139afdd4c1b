#pragma once

#include <string>
#include <vector>

#include "domain/event_grouping.hpp"
#include "wire/json_writer.hpp"
#include "wire/row_writer.hpp"

namespace annals::wire {

/// A group of events: its keys by their dimension, `count`, and where a quantity is summed `sum` with
/// `given`.
void write(JsonWriter& json, Grouping const& grouping, EventGroup const& group);

/// The same as cells of a row, which is not ended; a thing has three: `place_dataset`, `place`, `place_name`.
[[nodiscard]] std::vector<std::string> group_columns(Grouping const& grouping);
void write_cells(RowWriter& row, Grouping const& grouping, EventGroup const& group);

}  // namespace annals::wire
