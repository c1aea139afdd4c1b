#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "csv/header.hpp"
#include "domain/field_reader.hpp"
#include "service/row_report.hpp"

namespace annals::service {

/// One row of a bundle's file: its cells as values (contract section 6), its faults with file, line and
/// column.
class RowReader : public FieldReader {
 public:
  /// Where the row stands, and where what is wrong with it goes.
  struct File {
    std::string const& name;
    csv::Header const& header;
    std::vector<std::string_view> const& columns;  ///< those that have a field; the rest are attributes
    RowReport& report;
  };
  RowReader(std::string const& dataset, File const& file, csv::Record const& record)
      : FieldReader(dataset), file_(file), record_(record) {}

  [[nodiscard]] int line() const { return record_.line; }

  std::optional<Point> point() override;
  [[nodiscard]] std::string_view point_field() const override { return "lat"; }
  std::optional<int> credibility(std::string_view column) override;
  std::optional<std::string> notes(std::string_view column) override;
  std::optional<std::string> sections(std::string_view column) override;
  std::optional<std::string> attributes() override;
  std::optional<std::string> query(std::string_view column) override;
  void warn(std::string_view column, Problem code, std::string const& message) override;

 protected:
  std::string text(std::string_view column, std::string_view member = "") override;
  std::vector<std::string> members(std::string_view column) override;
  std::vector<std::pair<std::string, Quantity>> named_quantities(std::string_view column) override;
  std::vector<Participant> roles_and_actors(std::string_view column) override;
  std::vector<std::string> schemes_and_values(std::string_view column) override { return members(column); }
  [[nodiscard]] std::string member_field(std::string_view column, std::size_t) const override {
    return std::string(column);
  }
  void report(std::string_view column, Problem code, std::string const& message,
              std::optional<int> position) override;

 private:
  using CanonicalForm = std::string (*)(std::string_view);
  std::optional<std::string> json(std::string_view column, CanonicalForm form);
  void tell(std::string_view column, std::vector<Fault> const& faults);
  std::optional<double> degrees(std::string_view column, double limit);

  File const file_;
  csv::Record const& record_;
};

}  // namespace annals::service
