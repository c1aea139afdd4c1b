#pragma once

#include <array>
#include <functional>

#include "lists/list_fields.hpp"
#include "lists/list_row.hpp"

namespace annals::lists {

/// What holds for all rows of a file.
struct RowRules {
  std::string const& dataset;
  Columns const& columns;
  Mapping const& mapping;
  DayStyle const& style;
  std::vector<std::size_t> const& by_name;
  std::vector<bool> const& is_elsewhere;
  RowMemo& memo;
};

/// At most 500 characters; all of a longer one stands in the attributes.
[[nodiscard]] std::string as_title(std::string text);

/// Makes one row a ListRow.
class RowReading {
 public:
  /// `cells`: with room behind the columns for those of the mapping's own.
  RowReading(RowRules rules, std::vector<std::string>& cells, int line)
      : rules_(rules), cells_(cells), line_(line), in_attributes_(rules.columns.size(), true) {}

  [[nodiscard]] ListRow read();

 private:
  [[nodiscard]] std::string value(Term const& term);
  /// For a closed vocabulary: "" where the code table does not have it.
  [[nodiscard]] std::string known_value(Term const& term);
  [[nodiscard]] std::string name_of(int column) const;
  [[nodiscard]] std::string column(Term const& term) const { return name_of(column_of(term)); }
  void fault(std::string const& column, Problem code, std::string const& message);
  void warn(std::string const& column, Problem code, std::string const& message);
  void set(ListFields& fields, std::string_view field, Term const& term);
  void set_title(ListFields& fields, std::string_view field, Term const& term);
  void set_date(ListFields& fields, std::string_view field, DateTerm const& term);
  [[nodiscard]] ListFields fields() {
    return {rules_.dataset, rules_.memo.dates, line_, row_.faults, row_.warnings};
  }

  void read_place();
  /// What `draft` makes, made once for all rows of the same `identity`, unless there is something to tell of
  /// it.
  template <class Thing, class Draft>
  [[nodiscard]] std::shared_ptr<Thing const> once(Memo<std::shared_ptr<Thing const>>& memo,
                                                  std::string const& identity, Draft const& draft);
  void read_named_participants();
  void read_participants();
  void read_participant(ParticipantTerm const& term);
  void read_quantities();
  [[nodiscard]] std::optional<std::int64_t> number(Term const& term);
  void read_sources();
  void read_source(SourceTerm const& term);
  void read_claims();
  void check_sums();
  [[nodiscard]] std::optional<Point> point();
  [[nodiscard]] std::optional<double> degrees(Term const& term, double most);
  [[nodiscard]] std::optional<std::string> attributes();
  void check_attributes();
  /// Calls `work` for each member of a cell, with the member's columns set.
  void for_each_member(Split const& split, std::function<void()> const& work);

  RowRules rules_;
  std::vector<std::string>& cells_;
  int line_;
  std::vector<bool> in_attributes_;
  ListRow row_;
  std::vector<Participant> participants_;
  Quantities quantities_;
  std::vector<SourceTerm const*> source_terms_;          // of each source
  std::vector<std::array<std::string, 3>> claim_texts_;  // credibility, quote, note of each source
};

}  // namespace annals::lists
