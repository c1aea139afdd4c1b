#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "csv/header.hpp"
#include "domain/date_expression.hpp"
#include "domain/place.hpp"
#include "domain/quantity.hpp"
#include "domain/vocabulary.hpp"
#include "service/fault_list.hpp"

namespace annals::service {

struct RoleAndActor {
  std::string role;
  std::string actor;
};

/// One row of a bundle's file: its cells as values, each rule of contract section 6 checked and every breach
/// added to the faults with file, line and column. A value that is wrong comes out empty; ok() tells that the
/// row may be used.
class RowReader {
 public:
  RowReader(std::string const& file, csv::Header const& header, csv::Record const& record, FaultList& faults,
            FaultList& warnings)
      : file_(file), header_(header), record_(record), faults_(faults), warnings_(warnings) {}

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] int line() const { return record_.line; }

  /// Empty cells and absent columns are nothing.
  std::optional<std::string> title(std::string_view column);      ///< one line, at most 500 characters
  std::optional<std::string> long_text(std::string_view column);  ///< at most 64 KiB
  std::string required_title(std::string_view column);
  std::optional<std::string> key(std::string_view column);
  std::string required_key(std::string_view column);
  std::optional<Reference> reference(std::string_view column);
  std::optional<std::string> open_word(std::string_view column);
  std::string event_type(std::string_view column);
  std::optional<std::string> country(std::string_view column);
  std::optional<std::string> language(std::string_view column);
  std::optional<std::string> url(std::string_view column);
  std::optional<DateExpression> date(std::string_view column);
  std::optional<int> credibility(std::string_view column);
  std::optional<Point> point(std::string_view longitude, std::string_view latitude);
  std::vector<std::string> list(std::string_view column);
  std::vector<std::string> external_ids(std::string_view column);
  std::vector<RoleAndActor> participants(std::string_view column);
  Quantities quantities(std::string_view column);
  std::optional<std::string> json_object(std::string_view column);
  std::optional<std::string> json_array(std::string_view column);
  /// The column `attributes` as canonical JSON, with every column that is not among `known`.
  std::optional<std::string> attributes(std::vector<std::string_view> const& known);

  /// A closed vocabulary's word.
  template <class Word>
  std::optional<std::string> word(std::string_view column) {
    auto const text = cell(column);
    if (text.empty()) return std::nullopt;
    if (from_word<Word>(text)) return text;
    fault(column, Problem::invalid_value, must_be_one_of(words<Word>()));
    return std::nullopt;
  }
  template <class Word>
  std::string required_word(std::string_view column) {
    return required(column, word<Word>(column));
  }

  /// Of an oddity that is no fault: the row is used all the same.
  void warn(std::string_view column, Problem code, std::string const& message);
  void fault(std::string_view column, Problem code, std::string const& message,
             std::optional<int> position = {});

 private:
  /// The cell as it stands; "" where the column is absent.
  [[nodiscard]] std::string cell(std::string_view column) const;
  /// The cell behind the text gate; "" where it was refused.
  std::string gated(std::string_view column, std::size_t characters_max);
  template <class Value>
  std::string required(std::string_view column, Value const& value) {
    if (!value && cell(column).empty()) fault(column, Problem::required, "is missing");
    return value.value_or("");
  }
  using CanonicalForm = std::string (*)(std::string_view);
  std::optional<std::string> json(std::string_view column, CanonicalForm form);
  std::optional<double> degrees(std::string_view column, double limit);

  std::string const& file_;
  csv::Header const& header_;
  csv::Record const& record_;
  FaultList& faults_;
  FaultList& warnings_;
  bool ok_ = true;
};

}  // namespace annals::service
