#include "wire/query_text.hpp"

#include "base/ascii.hpp"
#include "base/error.hpp"

namespace annals::wire {
namespace {

int digit(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

std::string decode_value(std::string_view text) {
  std::string blanks(text);
  for (char& c : blanks) c = c == '+' ? ' ' : c;
  return percent_decode(blanks);
}

}  // namespace

std::string percent_encode(std::string_view text) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~') {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
  return out;
}

std::string percent_decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    int const high = i + 2 < text.size() ? digit(text[i + 1]) : -1;
    int const low = i + 2 < text.size() ? digit(text[i + 2]) : -1;
    if (high < 0 || low < 0)
      throw Error(Problem::bad_target, "a percent sign is not followed by two hexadecimal digits");
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

std::string query_text(Parameters const& parameters) {
  std::string out;
  for (auto const& [name, value] : parameters)
    (out += out.empty() ? "" : "&") += percent_encode(name) + "=" + percent_encode(value);
  return out;
}

Parameters parse_query(std::string_view text) {
  Parameters parameters;
  for (std::size_t from = 0; from <= text.size();) {
    auto const end = std::min(text.find('&', from), text.size());
    auto const part = text.substr(from, end - from);
    from = end + 1;
    if (part.empty()) continue;
    auto const equals = std::min(part.find('='), part.size());
    auto const value = equals < part.size() ? part.substr(equals + 1) : std::string_view();
    parameters.emplace_back(decode_value(part.substr(0, equals)), decode_value(value));
  }
  return parameters;
}

}  // namespace annals::wire
