#include "csv/tokenizer.hpp"

#include <algorithm>
#include <utility>

namespace annals::csv {
namespace {

constexpr std::size_t field_max = std::size_t{1} << 20;
constexpr std::size_t columns_max = 1000;
constexpr std::size_t record_max = std::size_t{16} << 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Fault fault_at(int line, Problem problem, std::string const& message) {
  return {"", problem, message, std::nullopt, line, ""};
}

}  // namespace

void Tokenizer::push(std::string_view bytes) {
  for (; !bytes.empty() && mark_seen_ < byte_order_mark.size(); bytes.remove_prefix(1)) {
    if (bytes.front() != byte_order_mark[mark_seen_]) {
      auto const held = byte_order_mark.substr(0, mark_seen_);
      mark_seen_ = byte_order_mark.size();
      for (char const earlier : held) step(earlier);
      break;
    }
    ++mark_seen_;
  }
  while (!bytes.empty()) {
    auto const run = bytes.substr(0, length_of_run(bytes));
    if (run.empty()) {
      step(bytes.front());
      bytes.remove_prefix(1);
    } else {
      if (state_ == State::field_start) state_ = State::plain;
      begun_ = true;
      append(run);
      bytes.remove_prefix(run.size());
    }
  }
}

void Tokenizer::push_bad(std::int64_t byte) {
  push("\uFFFD");
  if (!record_.bad_byte) record_.bad_byte = byte;
}

/// How many of the next bytes belong to the field whatever they are: most of a file does.
std::size_t Tokenizer::length_of_run(std::string_view bytes) const {
  if (state_ == State::quoted) return std::min(bytes.find('"'), bytes.size());
  bool const begins = state_ == State::field_start && (bytes.front() != '"' || !dialect_.quotes);
  if (state_ != State::plain && !begins) return 0;
  auto const ends = [delimiter = dialect_.delimiter](char c) {
    return c == delimiter || c == '\n' || c == '\r';
  };
  return static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), ends) - bytes.begin());
}

void Tokenizer::finish() {
  if (mark_seen_ > 0 && mark_seen_ < byte_order_mark.size()) {
    for (char const earlier : byte_order_mark.substr(0, mark_seen_)) step(earlier);
  }
  if (state_ == State::quoted) {
    std::string const message = "the quote that opens on this line is never closed";
    throw Error(Problem::quote_not_closed, message,
                {fault_at(quote_line_, Problem::quote_not_closed, message)});
  }
  if (begun_) end_record();
}

void Tokenizer::step(char c) {
  switch (state_) {
    case State::after_cr:
      state_ = State::field_start;
      if (c == '\n') return;
      [[fallthrough]];
    case State::field_start:
      if (c != '"' || !dialect_.quotes) {
        state_ = State::plain;
        return separator(c);
      }
      begun_ = true;
      state_ = State::quoted;
      quote_line_ = line_;
      return;
    case State::plain:
      return separator(c);
    case State::quoted:
      state_ = State::quote_in_quoted;  // all before it is a run
      return;
    case State::quote_in_quoted:
      if (c == '"') {
        state_ = State::quoted;
        return append("\"");
      }
      if (c != dialect_.delimiter && c != '\n' && c != '\r') {
        refuse(Problem::invalid_value, line_,
               "a closing quote is followed by text; double it to mean a quote");
        keep_quotes();
        state_ = State::plain;
      }
      return separator(c);
  }
}

void Tokenizer::separator(char c) {
  if (c == dialect_.delimiter) {
    begun_ = true;
    end_field();
  } else if (c == '\n' || c == '\r') {
    if (begun_) end_record();
    record_.line = ++line_;
    state_ = c == '\r' ? State::after_cr : State::field_start;
  } else {
    begun_ = true;
    append({&c, 1});
  }
}

void Tokenizer::append(std::string_view run) {
  if (state_ == State::quoted) line_ += static_cast<int>(std::count(run.begin(), run.end(), '\n'));
  if (is_dropped_) return;
  record_bytes_ += run.size();
  if (field_.size() + run.size() > field_max)
    return drop_row(Problem::row_too_long, "a field is longer than 1 MiB");
  if (record_bytes_ > record_max) return drop_row(Problem::row_too_long, "a row is longer than 16 MiB");
  field_ += run;
}

void Tokenizer::end_field() {
  if (record_.cells.size() == columns_max)
    drop_row(Problem::too_many_columns, "a row has more than 1,000 columns");
  if (!is_dropped_) record_.cells.push_back(std::move(field_));
  field_.clear();
  state_ = State::field_start;
}

void Tokenizer::end_record() {
  end_field();
  begun_ = false;
  is_dropped_ = false;
  record_bytes_ = 0;
  auto const columns = record_.cells.size();
  sink_(std::exchange(record_, Record{}));
  record_.cells.reserve(columns);
}

/// The field as it stands in the file so far, for who mends it.
void Tokenizer::keep_quotes() {
  std::string written = "\"";
  for (char const c : field_) written.append(c == '"' ? 2 : 1, c);
  field_ = std::move(written) + '"';
}

/// The rest of a refused row is read as any row is, so that the next one is found.
void Tokenizer::refuse(Problem problem, int line, std::string const& message) {
  auto fault = fault_at(line, problem, message);
  if (!dialect_.skips_bad_rows) throw Error(problem, message, {std::move(fault)});
  if (!record_.fault) record_.fault = std::move(fault);
}

void Tokenizer::drop_row(Problem problem, std::string const& message) {
  refuse(problem, record_.line, message);
  is_dropped_ = true;
  record_.cells.clear();
  field_.clear();
}

}  // namespace annals::csv
