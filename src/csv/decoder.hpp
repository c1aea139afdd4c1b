#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "csv/encoding.hpp"

namespace annals::csv {

/// Text in any encoding but `utf_16`, pushed in pieces of any size, given on as UTF-8. A byte order mark is
/// text like other.
class Decoder {
 public:
  using Text = std::function<void(std::string_view)>;
  using Bad = std::function<void(std::int64_t)>;
  /// `text` gets the text; `bad` where in it bytes stand that are none: the first one's, from 0.
  Decoder(Encoding encoding, Text text, Bad bad);

  void push(std::string_view bytes);
  /// The end of the file: a character that is cut there is bad.
  void finish();

 private:
  void decode(std::string_view bytes, bool is_end);
  std::size_t decode_utf_8(std::string_view bytes, bool is_end);
  std::size_t decode_utf_16(std::string_view bytes, bool is_end);
  std::size_t decode_code_page(std::string_view bytes);
  void put(std::int32_t character, std::size_t at);
  void give(std::string_view text);
  void give_bad(std::size_t at);

  Encoding encoding_;
  Text text_;
  Bad bad_;
  std::array<std::int32_t, 256> code_page_{};  // the characters, negative where there is none
  std::string held_;                           // of a character that is not whole yet
  std::string out_;
  std::int64_t before_ = 0;  // bytes of the file before those being decoded
};

}  // namespace annals::csv
