#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

extern "C" {
struct pg_conn;
}

namespace annals::db {

/// Rows into a table by COPY in text format, in blocks of 64 kB. Unless finish() was called the copy, and
/// with it the transaction, fails. Throws DatabaseError.
class CopyIn {
 public:
  CopyIn(pg_conn* connection, std::string const& sql);
  ~CopyIn();
  CopyIn(CopyIn&& other) noexcept;
  CopyIn& operator=(CopyIn&&) = delete;

  CopyIn& operator<<(std::string_view value);
  CopyIn& operator<<(std::string const& value) { return *this << std::string_view(value); }
  CopyIn& operator<<(char const* value) { return *this << std::string_view(value); }
  CopyIn& operator<<(std::nullopt_t);
  template <std::integral Integer>
  CopyIn& operator<<(Integer value) {
    return *this << std::string_view(std::to_string(value));
  }
  template <class Value>
  CopyIn& operator<<(std::optional<Value> const& value) {
    return value ? *this << *value : *this << std::nullopt;
  }
  void end_row();
  /// The number of rows that the server took.
  std::int64_t finish();

 private:
  void separate();
  void send();

  pg_conn* connection_;
  std::string buffer_;
  bool row_begun_ = false;
};

}  // namespace annals::db
