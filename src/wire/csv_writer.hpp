#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace annals::wire {

/// CSV (RFC 4180, LF): quotes only where a cell needs them (contract section 6).
class CsvWriter {
 public:
  /// A spreadsheet of people would run some texts as formulas; a program reads them as they are.
  enum class For { people, programs };
  explicit CsvWriter(std::string& out, For reader = For::people) : out_(out), reader_(reader) {}

  /// Free text: for people, what a spreadsheet would run as a formula gets one `'` in front.
  CsvWriter& text(std::string_view cell);
  CsvWriter& text(std::string const& cell) { return text(std::string_view(cell)); }
  CsvWriter& text(char const* cell) { return text(std::string_view(cell)); }
  CsvWriter& text(std::optional<std::string> const& cell) {
    return text(cell ? std::string_view(*cell) : "");
  }
  /// A key, date or number, which stands as it is.
  CsvWriter& plain(std::string_view cell);
  CsvWriter& plain(std::string const& cell) { return plain(std::string_view(cell)); }
  CsvWriter& plain(char const* cell) { return plain(std::string_view(cell)); }
  CsvWriter& plain(std::optional<std::string> const& cell) {
    return plain(cell ? std::string_view(*cell) : "");
  }
  void end_row();

 private:
  std::string& out_;
  For reader_;
  bool begun_ = false;
};

}  // namespace annals::wire
