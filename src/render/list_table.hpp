#pragma once

#include "render/list_renderer.hpp"

namespace annals::render {

// The table of a whole list, in whatever format (contract section 6).

/// Its first row.
void write_columns(wire::RowWriter& row, ListHead const& head);
/// The cells of a thing, which are its own.
void write_thing(wire::RowWriter& row, ListEntry const& entry);
/// Behind them, the cells that all things of a dataset have.
void write_provenance(wire::RowWriter& row, Dataset const& dataset, ListHead const& head);

}  // namespace annals::render
