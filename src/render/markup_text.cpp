#include "render/markup_text.hpp"

namespace annals::render {

std::string escape_markup(std::string_view text, std::string_view line_end) {
  std::string out;
  out.reserve(text.size());
  for (char const c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\n':
        out += line_end;
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace annals::render
