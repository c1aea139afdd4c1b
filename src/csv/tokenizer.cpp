#include "csv/tokenizer.hpp"

#include <utility>

#include "base/error.hpp"

namespace annals::csv {
namespace {

constexpr std::size_t field_max = std::size_t{1} << 20;
constexpr std::size_t columns_max = 1000;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

[[noreturn]] void fail(Problem problem, int line, std::string const& message) {
  throw Error(problem, message, {Fault{"", problem, message, std::nullopt, line, ""}});
}

}  // namespace

void Tokenizer::push(std::string_view bytes) {
  for (char const c : bytes) {
    if (mark_seen_ < byte_order_mark.size()) {
      if (c == byte_order_mark[mark_seen_]) {
        ++mark_seen_;
        continue;
      }
      auto const held = byte_order_mark.substr(0, mark_seen_);
      mark_seen_ = byte_order_mark.size();
      for (char const earlier : held) step(earlier);
    }
    step(c);
  }
}

void Tokenizer::finish() {
  if (mark_seen_ > 0 && mark_seen_ < byte_order_mark.size()) {
    for (char const earlier : byte_order_mark.substr(0, mark_seen_)) step(earlier);
  }
  if (state_ == State::quoted) {
    fail(Problem::quote_not_closed, quote_line_, "the quote that opens on this line is never closed");
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
      if (c != '"') {
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
      if (c == '"') {
        state_ = State::quote_in_quoted;
      } else {
        append(c);
        if (c == '\n') ++line_;
      }
      return;
    case State::quote_in_quoted:
      if (c == '"') {
        state_ = State::quoted;
        return append(c);
      }
      if (c != delimiter_ && c != '\n' && c != '\r') {
        fail(Problem::invalid_value, line_, "a closing quote is followed by text; double it to mean a quote");
      }
      return separator(c);
  }
}

void Tokenizer::separator(char c) {
  if (c == delimiter_) {
    begun_ = true;
    end_field();
  } else if (c == '\n' || c == '\r') {
    if (begun_) end_record();
    record_.line = ++line_;
    state_ = c == '\r' ? State::after_cr : State::field_start;
  } else {
    begun_ = true;
    append(c);
  }
}

void Tokenizer::append(char c) {
  if (field_.size() == field_max) fail(Problem::row_too_long, record_.line, "a field is longer than 1 MiB");
  field_ += c;
}

void Tokenizer::end_field() {
  if (record_.cells.size() == columns_max) {
    fail(Problem::too_many_columns, record_.line, "a row has more than 1,000 columns");
  }
  record_.cells.push_back(std::move(field_));
  field_.clear();
  state_ = State::field_start;
}

void Tokenizer::end_record() {
  end_field();
  begun_ = false;
  sink_(std::exchange(record_, Record{}));
}

}  // namespace annals::csv
