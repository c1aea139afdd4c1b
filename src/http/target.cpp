#include "http/target.hpp"

#include <optional>

#include "base/text.hpp"

namespace annals::http {
namespace {

constexpr std::size_t path_bytes_max = 1024;
constexpr std::size_t parameters_max = 200;
constexpr std::size_t value_characters_max = 8192;

[[noreturn]] void refuse(std::string const& what) { throw Error(Problem::bad_target, what); }

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

std::string decode(std::string_view text, bool plus_is_blank) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_blank) {
      out += ' ';
    } else if (text[i] == '%') {
      int const high = i + 2 < text.size() ? digit(text[i + 1]) : -1;
      int const low = i + 2 < text.size() ? digit(text[i + 2]) : -1;
      if (high < 0 || low < 0) refuse("a percent sign is not followed by two hexadecimal digits");
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i];
    }
  }
  if (auto const bad = check_text(out, value_characters_max)) refuse("the target " + bad->message);
  return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0;;) {
    auto const at = text.find(separator, from);
    parts.push_back(text.substr(from, at - from));
    if (at == std::string_view::npos) return parts;
    from = at + 1;
  }
}

}  // namespace

Target parse_target(std::string_view text) {
  auto const question = text.find('?');
  auto const path = text.substr(0, question);
  if (path.size() > path_bytes_max) throw Error(Problem::uri_too_long, "the path has more than 1,024 bytes");
  if (path.empty() || path.front() != '/') refuse("the path does not begin with a slash");
  Target target;
  target.path = path;
  for (auto const part : split(path.substr(1), '/')) {
    target.segments.push_back(decode(part, false));
    if (target.segments.back() == "..") refuse("the path leads upwards");
  }
  if (question == std::string_view::npos) return target;
  for (auto const part : split(text.substr(question + 1), '&')) {
    if (part.empty()) continue;
    auto const equals = std::min(part.find('='), part.size());
    auto const value = equals < part.size() ? part.substr(equals + 1) : std::string_view();
    target.parameters.emplace_back(decode(part.substr(0, equals), true), decode(value, true));
    if (target.parameters.size() > parameters_max) refuse("the query has more than 200 parameters");
  }
  return target;
}

std::string percent_encode(std::string_view text) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || c == '-' || c == '.' || c == '_' || c == '~') {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
  return out;
}

std::string query_string(Parameters const& parameters) {
  std::string out;
  for (auto const& [name, value] : parameters) {
    (out += out.empty() ? "?" : "&") += percent_encode(name) + "=" + percent_encode(value);
  }
  return out;
}

}  // namespace annals::http
