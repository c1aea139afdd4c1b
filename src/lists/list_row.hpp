#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "domain/actor.hpp"
#include "domain/claim.hpp"
#include "domain/event.hpp"
#include "domain/place.hpp"
#include "domain/source.hpp"
#include "lists/list_date.hpp"
#include "lists/memo.hpp"
#include "lists/term.hpp"

namespace annals::lists {

/// What one row becomes. Use it only where `faults` is empty.
struct ListRow {
  Event event;
  std::vector<std::shared_ptr<Actor const>> actors;
  std::shared_ptr<Place const> place;  ///< null where it names none
  std::vector<Source> sources;
  std::vector<Claim> claims;  ///< one for each source, in their order
  std::vector<Fault> faults;
  std::vector<Fault> warnings;
};

/// Reads the rows of one file by a mapping that is bound to its columns. Of one thread.
class ListRowReader {
 public:
  /// `dataset`: of which the things are. Throws Error(required) where the columns of the key are missing.
  ListRowReader(std::string dataset, Mapping mapping, std::vector<std::string> columns);

  /// `cells`: as many as there are columns; they come back as they were but for their line ends, which are
  /// `\n` then. `line`: for the faults.
  [[nodiscard]] ListRow read(std::vector<std::string>& cells, int line);
  [[nodiscard]] Columns const& columns() const { return columns_; }
  /// The columns of these names, where there are any, are no attributes of the event.
  void keep_no(std::span<std::string_view const> names);
  /// Whether the row is none, such as one of HXL tags.
  [[nodiscard]] bool is_skipped(std::vector<std::string> const& cells) const;

 private:
  std::string dataset_;
  Columns columns_;
  Mapping mapping_;
  DayStyle style_;
  std::vector<std::size_t> by_name_;  // the columns in the order of their names
  std::vector<bool> is_elsewhere_;    // columns that need not be attributes as well
  RowMemo memo_;
};

}  // namespace annals::lists
