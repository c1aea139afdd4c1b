#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace annals::csv {

/// One record. `line` is that of its first byte, from 1.
struct Record {
  int line = 1;
  std::vector<std::string> cells;
};

/// CSV (RFC 4180) pushed in pieces of any size: quotes doubled within quotes, line breaks within quotes,
/// records ended by LF, CR LF or CR. An empty line is no record; a UTF-8 byte order mark is dropped. At most
/// 1 MiB a field and 1,000 fields a record. Throws Error with a Fault of the line: `quote_not_closed` (where
/// it opened), `row_too_long`, `too_many_columns`, `invalid_value` (text behind a closing quote).
class Tokenizer {
 public:
  using Sink = std::function<void(Record&&)>;
  explicit Tokenizer(Sink sink, char delimiter = ',') : sink_(std::move(sink)), delimiter_(delimiter) {}

  void push(std::string_view bytes);
  /// The end of the file: a last record needs no line end.
  void finish();

 private:
  enum class State { field_start, plain, quoted, quote_in_quoted, after_cr };
  [[nodiscard]] std::size_t length_of_run(std::string_view bytes) const;
  void step(char c);
  void separator(char c);
  void append(std::string_view run);
  void end_field();
  void end_record();

  Sink sink_;
  char delimiter_;
  State state_ = State::field_start;
  std::string field_;
  Record record_;
  int line_ = 1;
  int quote_line_ = 1;
  bool begun_ = false;  // something of this record was seen
  std::size_t mark_seen_ = 0;
};

}  // namespace annals::csv
