#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/dataset.hpp"
#include "domain/place.hpp"
#include "render/sink.hpp"
#include "wire/json_writer.hpp"
#include "wire/row_writer.hpp"

namespace annals::render {

/// What an export says of itself.
struct ListHead {
  std::vector<Dataset> datasets;     ///< those that were asked, with licence and citation
  std::string filter;                ///< the query string
  std::string as_of;                 ///< UTC with microseconds
  std::vector<std::string> columns;  ///< of a table: what `cells` writes
};

/// A thing of a list, in whichever form is wanted.
struct ListEntry {
  ThingHead const& head;
  std::optional<Point> point;
  std::function<void(wire::JsonWriter&)> json;
  std::function<void(wire::RowWriter&)> cells;
};

/// A whole list as one document, told as it is read.
class ListRenderer {
 public:
  virtual ~ListRenderer() = default;
  virtual void begin(ListHead const& head) = 0;
  virtual void entry(ListEntry const& entry) = 0;
  virtual void end() = 0;
};

/// One JSON object a line; the head goes with the answer's headers.
[[nodiscard]] std::unique_ptr<ListRenderer> list_ndjson(Sink sink);
/// For people (contract section 6): `dataset`, the columns, then version, times, licence, citation, filter
/// and as_of in every row.
[[nodiscard]] std::unique_ptr<ListRenderer> list_csv(Sink sink);
/// An Excel workbook with the table of list_csv(), complete in `file` after end(); at most 1,048,575 things,
/// else Error(too_many). What lies beside the file while it is written is in its folder. Dates are texts;
/// texts of more than 32,767 characters end in "…", and a second sheet, Notes, names them. Equal lists give
/// equal bytes. Throws Error(storage_full).
[[nodiscard]] std::unique_ptr<ListRenderer> list_xlsx(std::filesystem::path const& file);
/// RFC 7946: a feature for each thing, its geometry null where it has no point; the head as foreign members.
[[nodiscard]] std::unique_ptr<ListRenderer> list_geojson(Sink sink);

}  // namespace annals::render
