#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "domain/date_expression.hpp"
#include "domain/event.hpp"
#include "domain/place.hpp"
#include "domain/quantity.hpp"
#include "domain/vocabulary.hpp"

namespace annals {

/// The fields of one thing as they come from outside - the cells of a CSV row, the members of a JSON body -
/// as values. Every rule of contract section 1 to 3 is checked here, and every breach told to the derived
/// reader, which knows its place. A value that is wrong comes out empty; ok() tells that the thing may be
/// used.
class FieldReader {
 public:
  /// `dataset`: of which the thing is; a bare `other` belongs to it.
  explicit FieldReader(std::string dataset) : dataset_(std::move(dataset)) {}
  virtual ~FieldReader() = default;
  FieldReader(FieldReader const&) = delete;

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] std::string const& dataset() const { return dataset_; }

  /// What is empty or absent is nothing.
  std::optional<std::string> title(std::string_view field);      ///< at most 500 characters
  std::optional<std::string> long_text(std::string_view field);  ///< at most 64 KiB
  std::string required_title(std::string_view field);
  std::optional<std::string> key(std::string_view field);
  std::string required_key(std::string_view field);
  /// Its dataset is always filled.
  Reference required_reference(std::string_view field);
  std::vector<std::string> references(std::string_view field);
  std::optional<std::string> open_word(std::string_view field);
  std::string event_type(std::string_view field);
  std::optional<std::string> country(std::string_view field);
  std::optional<std::string> language(std::string_view field);
  std::optional<std::string> url(std::string_view field);
  std::optional<DateExpression> date(std::string_view field);
  std::vector<std::string> list(std::string_view field);
  std::vector<std::string> external_ids(std::string_view field);
  std::vector<Participant> participants(std::string_view field);
  Quantities quantities(std::string_view field);

  /// A closed vocabulary's word.
  template <class Word>
  std::optional<Word> word(std::string_view field) {
    auto const given = text(field);
    if (given.empty()) return std::nullopt;
    auto const found = from_word<Word>(given);
    if (!found) fault(field, Problem::invalid_value, must_be_one_of(words<Word>()));
    return found;
  }
  template <class Word>
  Word required_word(std::string_view field) {
    if (text(field).empty()) fault(field, Problem::required, "is missing");
    return word<Word>(field).value_or(Word{});
  }

  virtual std::optional<Point> point() = 0;
  /// Where a warning about the point stands.
  [[nodiscard]] virtual std::string_view point_field() const = 0;
  virtual std::optional<int> credibility(std::string_view field) = 0;
  /// Of a saved timeline, canonical JSON.
  virtual std::optional<std::string> notes(std::string_view field) = 0;
  virtual std::optional<std::string> sections(std::string_view field) = 0;
  /// `attributes` as canonical JSON, with everything that has no field of its own.
  virtual std::optional<std::string> attributes() = 0;
  /// The parameters of a saved timeline as a query string.
  virtual std::optional<std::string> query(std::string_view field) = 0;

  void fault(std::string_view field, Problem code, std::string const& message,
             std::optional<int> position = {}) {
    ok_ = false;
    report(field, code, message, position);
  }
  /// Of an oddity that is no fault: the thing is used all the same.
  virtual void warn(std::string_view field, Problem code, std::string const& message) = 0;

 protected:
  /// The field as text, "" where it is absent; of an object that stands for a text (a date, a place) its
  /// `member`.
  virtual std::string text(std::string_view field, std::string_view member = "") = 0;
  /// Throws DateError.
  virtual DateExpression parsed_date(std::string const& edtf) { return DateExpression::parse(edtf); }
  virtual std::vector<std::string> members(std::string_view field) = 0;
  virtual std::vector<std::pair<std::string, Quantity>> named_quantities(std::string_view field) = 0;
  virtual std::vector<Participant> roles_and_actors(std::string_view field) = 0;
  virtual std::vector<std::string> schemes_and_values(std::string_view field) = 0;
  /// Where a member of a list stands.
  [[nodiscard]] virtual std::string member_field(std::string_view field, std::size_t index) const = 0;
  virtual void report(std::string_view field, Problem code, std::string const& message,
                      std::optional<int> position) = 0;

  /// Behind the text gate; "" where it was refused.
  std::string gated(std::string_view field, std::string const& text, std::size_t characters_max);
  bool is_few(std::string_view field, std::size_t count);
  static constexpr std::size_t title_max = 500;
  static constexpr std::size_t text_bytes_max = std::size_t{64} * 1024;

 private:
  std::string dataset_;
  bool ok_ = true;
};

}  // namespace annals
