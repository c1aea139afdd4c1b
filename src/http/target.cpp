#include "http/target.hpp"

#include "base/text.hpp"
#include "wire/query_text.hpp"

namespace annals::http {
namespace {

constexpr std::size_t path_bytes_max = 1024;
constexpr std::size_t parameters_max = 200;
constexpr std::size_t value_characters_max = 8192;

[[noreturn]] void refuse(std::string const& what) { throw Error(Problem::bad_target, what); }

void check(std::string const& decoded) {
  if (auto const bad = check_text(decoded, value_characters_max)) refuse("the target " + bad->message);
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
    target.segments.push_back(wire::percent_decode(part));
    check(target.segments.back());
    if (target.segments.back() == "..") refuse("the path leads upwards");
  }
  if (question == std::string_view::npos) return target;
  target.parameters = wire::parse_query(text.substr(question + 1));
  if (target.parameters.size() > parameters_max) refuse("the query has more than 200 parameters");
  for (auto const& [name, value] : target.parameters) {
    check(name);
    check(value);
  }
  return target;
}

}  // namespace annals::http
