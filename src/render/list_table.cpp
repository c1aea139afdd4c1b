#include "render/list_table.hpp"

namespace annals::render {

void write_columns(wire::RowWriter& row, ListHead const& head) {
  row.plain("dataset");
  for (auto const& column : head.columns) row.plain(column);
  for (auto const* column : {"version", "created_at", "updated_at", "licence", "citation", "filter", "as_of"})
    row.plain(column);
}

void write_thing(wire::RowWriter& row, ListEntry const& entry) {
  row.plain(entry.head.dataset);
  entry.cells(row);
  row.number(std::to_string(entry.head.version)).plain(entry.head.created_at).plain(entry.head.updated_at);
}

void write_provenance(wire::RowWriter& row, Dataset const& dataset, ListHead const& head) {
  row.text(dataset.licence).text(dataset.citation).text(head.filter).plain(head.as_of);
}

}  // namespace annals::render
