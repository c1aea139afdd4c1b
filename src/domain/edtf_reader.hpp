#pragma once

#include <string>
#include <string_view>

#include "base/text.hpp"
#include "domain/edtf.hpp"

namespace annals::edtf {

/// A place in the text that is being read; private to the parser's files.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] char peek() const { return at_end() ? '\0' : text_[at_]; }
  [[nodiscard]] bool sees(std::string_view word) const { return text_.substr(at_).starts_with(word); }
  [[nodiscard]] std::size_t at() const { return at_; }
  char take() { return text_[at_++]; }
  bool accept(std::string_view word) {
    if (!sees(word)) return false;
    at_ += word.size();
    return true;
  }

  /// What was read between here and `end`.
  [[nodiscard]] std::string text_until(Reader const& end) const {
    return std::string(text_.substr(at_, end.at_ - at_));
  }

  [[noreturn]] void fail(std::string const& message) const { fail_at(at_, message); }
  /// `at` counts bytes; the error counts characters.
  [[noreturn]] void fail_at(std::size_t at, std::string const& message,
                            Problem problem = Problem::invalid_date) const {
    int position = 0;
    for (std::size_t i = 0; i < at && i < text_.size(); ++i) {
      if ((static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80) ++position;
    }
    throw DateError(problem, position, message);
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

/// Reads one date, with a time where one follows.
[[nodiscard]] Date read_date(Reader& reader);
/// Reads what follows the T of `date`.
[[nodiscard]] ClockTime read_clock(Reader& reader, Date const& date);

}  // namespace annals::edtf
