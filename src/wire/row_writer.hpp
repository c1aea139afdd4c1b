#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace annals::wire {

/// A row of a table, cell by cell, of whatever format.
class RowWriter {
 public:
  virtual ~RowWriter() = default;

  /// Free text.
  RowWriter& text(std::string_view cell) { return put(Cell::text, cell); }
  RowWriter& text(std::optional<std::string> const& cell) {
    return put(Cell::text, cell ? std::string_view(*cell) : "");
  }
  RowWriter& text(std::string const& cell) { return put(Cell::text, cell); }
  RowWriter& text(char const* cell) { return put(Cell::text, cell); }
  /// A key, a word or a date, which stands as it is.
  RowWriter& plain(std::string_view cell) { return put(Cell::plain, cell); }
  RowWriter& plain(std::optional<std::string> const& cell) {
    return put(Cell::plain, cell ? std::string_view(*cell) : "");
  }
  RowWriter& plain(std::string const& cell) { return put(Cell::plain, cell); }
  RowWriter& plain(char const* cell) { return put(Cell::plain, cell); }
  /// A number in JSON's way of writing; empty where there is none.
  RowWriter& number(std::string_view cell) { return put(Cell::number, cell); }

 protected:
  enum class Cell { text, plain, number };
  virtual void write(Cell kind, std::string_view cell) = 0;

 private:
  RowWriter& put(Cell kind, std::string_view cell) {
    write(kind, cell);
    return *this;
  }
};

}  // namespace annals::wire
