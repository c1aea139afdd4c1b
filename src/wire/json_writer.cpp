#include "wire/json_writer.hpp"

#include <array>
#include <charconv>

namespace annals::wire {
namespace {

/// What stands for a character that JSON, or a page of HTML that holds it, cannot take as it is; empty for
/// all others.
std::string_view escape_of(char c, std::array<char, 6>& code) {
  constexpr char digits[] = "0123456789abcdef";
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\t':
      return "\\t";
    case '\r':
      return "\\r";
    case '<':
      return "\\u003c";
    default:
      if (static_cast<unsigned char>(c) >= 0x20) return {};
      code = {'\\', 'u', '0', '0', digits[static_cast<unsigned char>(c) >> 4], digits[c & 15]};
      return {code.data(), code.size()};
  }
}

/// What stands as it is goes over in runs.
void append_escaped(std::string& out, std::string_view text) {
  std::array<char, 6> code;
  std::size_t run = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto const escape = escape_of(text[at], code);
    if (escape.empty()) continue;
    (out += text.substr(run, at - run)) += escape;
    run = at + 1;
  }
  out += text.substr(run);
}

}  // namespace

void JsonWriter::separate() {
  if (comma_) out_ += ',';
  comma_ = true;
}

JsonWriter& JsonWriter::begin(char bracket) {
  separate();
  out_ += bracket;
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  out_ += bracket;
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  value(name);
  out_ += ':';
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  out_ += '"';
  append_escaped(out_, text);
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) { return raw(truth ? "true" : "false"); }
JsonWriter& JsonWriter::value(std::int64_t number) { return raw(std::to_string(number)); }

JsonWriter& JsonWriter::value(double number) {
  std::array<char, 32> buffer;
  auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
  return raw({buffer.data(), static_cast<std::size_t>(end - buffer.data())});
}

JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

JsonWriter& JsonWriter::end_line() {
  out_ += '\n';
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::value(std::vector<std::string> const& texts) {
  begin_array();
  for (auto const& text : texts) value(text);
  return end_array();
}

}  // namespace annals::wire
