#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace annals::csv {

/// One record. `line` is that of its first byte, from 1.
struct Record {
  int line = 1;
  std::vector<std::string> cells = {};
  std::optional<std::int64_t> bad_byte =
      {};                           ///< the first in it that is no text, in the file as unpacked, from 0
  std::optional<Fault> fault = {};  ///< why its cells are none to use
};

/// How a file's records are written, and what becomes of one that is written wrongly.
struct Dialect {
  char delimiter = ',';
  bool quotes = true;           ///< without, a quote is a character like others
  bool skips_bad_rows = false;  ///< a row's fault is told in its record and the file goes on
};

/// CSV (RFC 4180) pushed in pieces of any size: quotes doubled within quotes, line breaks within quotes,
/// records ended by LF, CR LF or CR. An empty line is no record; a UTF-8 byte order mark is dropped. At most
/// 1 MiB a field, 1,000 fields and 16 MiB a record. Throws Error with a Fault of the line: `quote_not_closed`
/// (where it opened), and unless bad rows are skipped `row_too_long`, `too_many_columns`, `invalid_value`
/// (text behind a closing quote; such a cell stands with its quotes as written).
class Tokenizer {
 public:
  using Sink = std::function<void(Record&&)>;
  explicit Tokenizer(Sink sink, Dialect dialect = {}) : sink_(std::move(sink)), dialect_(dialect) {}

  void push(std::string_view bytes);
  /// A place that is no text: U+FFFD stands in for it, and the record has `byte`.
  void push_bad(std::int64_t byte);
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
  void keep_quotes();
  void refuse(Problem problem, int line, std::string const& message);
  void drop_row(Problem problem, std::string const& message);

  Sink sink_;
  Dialect dialect_;
  State state_ = State::field_start;
  std::string field_;
  Record record_;
  bool is_dropped_ = false;  // the rest of a row that is too large is read, but not kept
  std::size_t record_bytes_ = 0;
  int line_ = 1;
  int quote_line_ = 1;
  bool begun_ = false;  // something of this record was seen
  std::size_t mark_seen_ = 0;
};

}  // namespace annals::csv
