#include "wire/json_layout.hpp"

namespace annals::wire {

std::string indented(std::string_view json) {
  std::string out;
  std::size_t depth = 0;
  auto const line = [&] { out.append(1, '\n').append(2 * depth, ' '); };
  for (std::size_t i = 0; i < json.size(); ++i) {
    char const c = json[i];
    if (c == '"') {
      auto const begin = i++;
      while (json[i] != '"') i += json[i] == '\\' ? 2U : 1U;
      out += json.substr(begin, i - begin + 1);
    } else if (c == '{' || c == '[') {
      out += c;
      char const closer = c == '{' ? '}' : ']';
      if (json[i + 1] == closer) {
        out += json[++i];
      } else {
        ++depth;
        line();
      }
    } else if (c == '}' || c == ']') {
      --depth;
      line();
      out += c;
    } else if (c == ',') {
      out += c;
      line();
    } else {
      out += c;
      if (c == ':') out += ' ';
    }
  }
  return out + '\n';
}

}  // namespace annals::wire
