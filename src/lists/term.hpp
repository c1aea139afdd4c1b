#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/mapping.hpp"

namespace annals::lists {

/// The columns of one file, by the names that a mapping uses: whatever their case and blanks, or by an alias.
/// Behind them stand those that a Split gives, then those that the mapping computes.
class Columns {
 public:
  Columns(std::vector<std::string> names, Mapping const& mapping);

  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] std::vector<std::string> const& names() const { return names_; }
  /// Where `name` is; -1: nowhere.
  [[nodiscard]] int find(std::string_view name) const;

 private:
  std::vector<std::string> names_;
  std::map<std::string, int, std::less<>> by_name_;  // folded
};

/// What the members of a Split are called, in the order in which they stand behind a row's cells.
inline constexpr std::string_view split_columns[] = {"each", "each.office", "each.date", "each.headline",
                                                     "each.article"};

/// Tells every template of `mapping` where its columns are.
void bind(Mapping& mapping, Columns const& columns);

/// A row's cells, with those of the member of a Split that is looked at.
using Cells = std::span<std::string const>;

/// The value of a term; `unknown` tells of a value that its code table has not.
struct TermValue {
  std::string text;
  bool unknown = false;
};
[[nodiscard]] TermValue evaluate(Term const& term, Cells cells);

/// The first column of a term that the file has, for a message; -1: it has none.
[[nodiscard]] int column_of(Term const& term);
/// Whether the term is one column as it stands.
[[nodiscard]] bool is_plain(Term const& term);

}  // namespace annals::lists
