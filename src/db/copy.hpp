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

/// Rows in the text format of COPY, to be sent together.
class CopyRows {
 public:
  CopyRows& operator<<(std::string_view value);
  CopyRows& operator<<(std::string const& value) { return *this << std::string_view(value); }
  CopyRows& operator<<(char const* value) { return *this << std::string_view(value); }
  CopyRows& operator<<(std::nullopt_t);
  template <std::integral Integer>
  CopyRows& operator<<(Integer value) {
    return *this << std::string_view(std::to_string(value));
  }
  template <class Value>
  CopyRows& operator<<(std::optional<Value> const& value) {
    return value ? *this << *value : *this << std::nullopt;
  }
  void end_row();
  /// Whole rows.
  void append(CopyRows const& more) { text_ += more.text_; }

  [[nodiscard]] std::string_view text() const { return text_; }
  /// Enough of them to be worth sending: 64 kB.
  [[nodiscard]] bool is_block() const { return text_.size() >= block_bytes; }
  void clear() { text_.clear(); }

 private:
  static constexpr std::size_t block_bytes = 65536;
  void separate();

  std::string text_;
  bool row_begun_ = false;
};

/// Rows into a table by COPY. Unless finish() was called the copy, and with it the transaction, fails. Throws
/// DatabaseError.
class CopyIn {
 public:
  CopyIn(pg_conn* connection, std::string const& sql);
  ~CopyIn();
  CopyIn(CopyIn&& other) noexcept;
  CopyIn& operator=(CopyIn&&) = delete;

  /// Sends the rows, and clears them.
  void send(CopyRows& rows);
  /// The number of rows that the server took.
  std::int64_t finish();

 private:
  pg_conn* connection_;
};

}  // namespace annals::db
