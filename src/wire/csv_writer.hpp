#pragma once

#include <string>
#include <string_view>

#include "wire/row_writer.hpp"

namespace annals::wire {

/// Whether a spreadsheet would run the text as a formula: it begins with = + - @, tab, CR or a full-width
/// form of these.
[[nodiscard]] bool runs_as_formula(std::string_view cell);

/// CSV (RFC 4180, LF): quotes only where a cell needs them (contract section 6).
class CsvWriter : public RowWriter {
 public:
  /// A spreadsheet of people would run some texts as formulas; a program reads them as they are.
  enum class For { people, programs };
  explicit CsvWriter(std::string& out, For reader = For::people) : out_(out), reader_(reader) {}

  void end_row();

 protected:
  /// For people, a text that a spreadsheet would run as a formula gets one `'` in front.
  void write(Cell kind, std::string_view cell) override;

 private:
  void append(std::string_view cell);

  std::string& out_;
  For reader_;
  bool begun_ = false;
};

}  // namespace annals::wire
