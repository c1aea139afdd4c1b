#pragma once

#include <map>

#include "domain/timeline.hpp"
#include "wire/row_writer.hpp"

namespace annals::render {

/// A timeline as a table for people, for CSV and Excel alike: a row an entry. It says of itself, in every
/// row, under which filter it was made and whose licence and citation hold. Whoever writes it ends the rows.
class TimelineTable {
 public:
  explicit TimelineTable(wire::RowWriter& row) : row_(row) {}

  void write_columns(TimelineHead const& head);
  void begin_section(std::string const& title) { section_ = title; }
  void write(TimelineEntry const& entry);

 private:
  void write_date(std::optional<DateExpression> const& date);
  void write_place(std::optional<EventPlace> const& place);
  void write_lists(Event const& event);
  void write_sources(std::vector<Evidence> const& claims);

  wire::RowWriter& row_;
  std::string section_;
  std::map<std::string, Dataset> datasets_;
  std::string filter_;
  std::string as_of_;
  int number_ = 0;
};

}  // namespace annals::render
