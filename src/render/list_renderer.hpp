#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/dataset.hpp"
#include "domain/place.hpp"
#include "render/sink.hpp"
#include "wire/csv_writer.hpp"
#include "wire/json_writer.hpp"

namespace annals::render {

/// What an export says of itself.
struct ListHead {
  std::vector<Dataset> datasets;     ///< those that were asked, with licence and citation
  std::string filter;                ///< the query string
  std::string as_of;                 ///< UTC with microseconds
  std::vector<std::string> columns;  ///< of CSV: what `cells` writes
};

/// A thing of a list, in whichever form is wanted.
struct ListEntry {
  ThingHead const& head;
  std::optional<Point> point;
  std::function<void(wire::JsonWriter&)> json;
  std::function<void(wire::CsvWriter&)> cells;
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
/// RFC 7946: a feature for each thing, its geometry null where it has no point; the head as foreign members.
[[nodiscard]] std::unique_ptr<ListRenderer> list_geojson(Sink sink);

}  // namespace annals::render
