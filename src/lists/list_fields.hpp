#pragma once

#include <utility>

#include "domain/field_reader.hpp"
#include "lists/memo.hpp"

namespace annals::lists {

/// The fields of one thing as a mapping gives them, each with the column that it comes from.
class ListFields : public FieldReader {
 public:
  /// What is wrong goes to `faults` and `warnings`, of `line`.
  ListFields(std::string const& dataset, Memo<DateExpression>& dates, int line, std::vector<Fault>& faults,
             std::vector<Fault>& warnings)
      : FieldReader(dataset), dates_(dates), line_(line), faults_(faults), warnings_(warnings) {}

  void set(std::string_view field, std::string value, std::string column = "") {
    fields_.push_back({field, std::move(value), std::move(column)});
  }
  void set_tags(std::vector<std::string> tags) { tags_ = std::move(tags); }
  void set_participants(std::vector<Participant> all) { participants_ = std::move(all); }
  void set_quantities(Quantities all) { quantities_ = std::move(all); }
  void set_attributes(std::optional<std::string> canonical) { attributes_ = std::move(canonical); }
  void set_point(std::optional<Point> point) { point_ = point; }

  std::optional<Point> point() override { return point_; }
  [[nodiscard]] std::string_view point_field() const override { return "lat"; }
  std::optional<int> credibility(std::string_view field) override;
  std::optional<std::string> notes(std::string_view) override { return std::nullopt; }
  std::optional<std::string> sections(std::string_view) override { return std::nullopt; }
  std::optional<std::string> attributes() override { return attributes_; }
  std::optional<std::string> query(std::string_view) override { return std::nullopt; }
  void warn(std::string_view field, Problem code, std::string const& message) override;

 protected:
  std::string text(std::string_view field, std::string_view member = "") override;
  DateExpression parsed_date(std::string const& edtf) override;
  std::vector<std::string> members(std::string_view field) override;
  std::vector<std::pair<std::string, Quantity>> named_quantities(std::string_view) override;
  std::vector<Participant> roles_and_actors(std::string_view) override { return participants_; }
  std::vector<std::string> schemes_and_values(std::string_view) override { return {}; }
  [[nodiscard]] std::string member_field(std::string_view field, std::size_t) const override {
    return std::string(field);
  }
  void report(std::string_view field, Problem code, std::string const& message,
              std::optional<int> position) override;

 private:
  struct Field {
    std::string_view name;
    std::string value;
    std::string column;
  };
  [[nodiscard]] Field const* find(std::string_view field) const;
  [[nodiscard]] std::string column_of(std::string_view field) const;

  Memo<DateExpression>& dates_;
  int line_;
  std::vector<Fault>& faults_;
  std::vector<Fault>& warnings_;
  std::vector<Field> fields_;
  std::vector<std::string> tags_;
  std::vector<Participant> participants_;
  Quantities quantities_;
  std::optional<std::string> attributes_;
  std::optional<Point> point_;
};

}  // namespace annals::lists
