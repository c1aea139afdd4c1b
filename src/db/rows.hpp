#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pqxx {
class result;
}

namespace annals::db {

class Rows;

/// One row; valid as long as its Rows. Columns by name; a null where a value is asked for is a
/// std::logic_error.
class Row {
 public:
  [[nodiscard]] std::string_view text(char const* column) const;
  [[nodiscard]] std::int64_t integer(char const* column) const;
  [[nodiscard]] int small(char const* column) const;
  [[nodiscard]] double real(char const* column) const;
  [[nodiscard]] bool boolean(char const* column) const;
  [[nodiscard]] bool is_null(char const* column) const;
  [[nodiscard]] std::optional<std::string> optional_text(char const* column) const;
  [[nodiscard]] std::optional<std::int64_t> optional_integer(char const* column) const;
  [[nodiscard]] std::optional<int> optional_small(char const* column) const;
  [[nodiscard]] std::vector<std::string> text_array(char const* column) const;
  [[nodiscard]] std::vector<std::int64_t> integer_array(char const* column) const;
  /// A timestamptz as RFC 3339 in UTC with microseconds; every session's time zone is UTC.
  [[nodiscard]] std::string timestamp(char const* column) const;

 private:
  friend class Rows;
  Row(Rows const& rows, int number) : rows_(rows), number_(number) {}
  [[nodiscard]] std::optional<std::string_view> field(char const* column) const;

  Rows const& rows_;
  int number_;
};

/// The answer of a statement.
class Rows {
 public:
  explicit Rows(pqxx::result const& result);

  [[nodiscard]] int size() const;
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] Row operator[](int number) const { return {*this, number}; }
  [[nodiscard]] int affected() const;

  class Iterator {
   public:
    Iterator(Rows const& rows, int number) : rows_(rows), number_(number) {}
    Row operator*() const { return rows_[number_]; }
    Iterator& operator++() {
      ++number_;
      return *this;
    }
    bool operator!=(Iterator const& other) const { return number_ != other.number_; }

   private:
    Rows const& rows_;
    int number_;
  };
  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const { return {*this, size()}; }

 private:
  friend class Row;
  struct Content;
  std::shared_ptr<Content const> content_;
};

/// The elements of a one-dimensional array as PostgreSQL prints it; an SQL null is an empty optional.
[[nodiscard]] std::vector<std::optional<std::string>> parse_array(std::string_view literal);

}  // namespace annals::db
