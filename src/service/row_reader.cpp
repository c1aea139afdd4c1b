#include "service/row_reader.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "csv/cell.hpp"
#include "domain/cell_notation.hpp"
#include "wire/curation_json.hpp"
#include "wire/json_text.hpp"
#include "wire/query_text.hpp"

namespace annals::service {

void RowReader::report(std::string_view column, Problem code, std::string const& message,
                       std::optional<int> position) {
  file_.report.fault({quote_for_message(column), code, message, position, record_.line, file_.name},
                     &record_.cells);
}

void RowReader::warn(std::string_view column, Problem code, std::string const& message) {
  file_.report.warning({std::string(column), code, message, {}, record_.line, file_.name}, &record_.cells);
}

std::string RowReader::text(std::string_view column, std::string_view) {
  auto const at = file_.header.find(column);
  return at ? record_.cells[*at] : "";
}

std::optional<int> RowReader::credibility(std::string_view column) {
  auto const cell = text(column);
  auto const grade = parse_credibility(cell);
  if (!grade && !cell.empty()) fault(column, Problem::invalid_value, "must be 1 to 6");
  return grade;
}

std::optional<double> RowReader::degrees(std::string_view column, double limit) {
  auto const value = parse_degrees(text(column), limit);
  if (!value) fault(column, Problem::invalid_point, must_be_degrees(limit));
  return value;
}

std::optional<Point> RowReader::point() {
  if (text("lon").empty() && text("lat").empty()) return std::nullopt;
  auto const longitude = degrees("lon", 180);
  auto const latitude = degrees("lat", 90);
  if (!longitude || !latitude) return std::nullopt;
  return Point{*longitude, *latitude};
}

std::vector<std::string> RowReader::members(std::string_view column) {
  return csv::split_members(gated(column, text(column), text_bytes_max * 4));
}

std::vector<Participant> RowReader::roles_and_actors(std::string_view column) {
  std::vector<Participant> all;
  for (auto const& member : members(column)) all.push_back(parse_participant(member));
  return all;
}

std::vector<std::pair<std::string, Quantity>> RowReader::named_quantities(std::string_view column) {
  std::vector<std::pair<std::string, Quantity>> all;
  for (auto const& member : members(column)) {
    if (auto named = parse_named_quantity(member)) {
      all.push_back(std::move(*named));
    } else {
      fault(column, Problem::invalid_value, must_be_named_quantities);
    }
  }
  return all;
}

std::optional<std::string> RowReader::json(std::string_view column, CanonicalForm form) {
  auto const cell = gated(column, text(column), text_bytes_max);
  if (cell.empty()) return std::nullopt;
  try {
    return form(cell);
  } catch (Error const& error) {
    fault(column, error.problem(), error.what(), error.faults().front().position);
    return std::nullopt;
  }
}

std::optional<std::string> RowReader::notes(std::string_view column) {
  auto text = json(column, [](std::string_view cell) { return wire::canonical_object(cell); });
  if (text) tell(column, wire::note_faults(*text));
  return text;
}

std::optional<std::string> RowReader::sections(std::string_view column) {
  auto text = json(column, [](std::string_view cell) { return wire::canonical_array(cell); });
  if (text) tell(column, wire::section_faults(*text));
  return text;
}

/// Faults within the cell, by their pointers.
void RowReader::tell(std::string_view column, std::vector<Fault> const& faults) {
  for (auto const& each : faults) fault(column, each.code, each.field + " " + each.message);
}

std::optional<std::string> RowReader::query(std::string_view column) {
  auto cell = long_text(column);
  if (!cell) return std::nullopt;
  try {
    static_cast<void>(wire::parse_query(*cell));
    return cell;
  } catch (Error const& error) {
    fault(column, Problem::invalid_value, error.what());
    return std::nullopt;
  }
}

std::optional<std::string> RowReader::attributes() {
  std::map<std::string, std::string> more;
  for (auto const& name : file_.header.names()) {
    if (std::find(file_.columns.begin(), file_.columns.end(), name) != file_.columns.end()) continue;
    if (auto cell = gated(name, text(name), text_bytes_max); !cell.empty()) more.emplace(name, cell);
  }
  auto const cell = gated("attributes", text("attributes"), text_bytes_max);
  if (cell.empty() && more.empty()) return std::nullopt;
  try {
    return wire::canonical_object(cell, more);
  } catch (Error const& error) {
    fault("attributes", error.problem(), error.what(), error.faults().front().position);
    return std::nullopt;
  }
}

}  // namespace annals::service
