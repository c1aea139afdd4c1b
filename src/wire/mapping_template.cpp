#include "wire/mapping_json.hpp"

namespace annals::wire {
namespace {

/// Takes one group up to `closing` (or the end) off `text`.
std::optional<Template::Group> take_group(std::string_view& text, bool optional) {
  Template::Group group{optional, {}};
  std::string literal;
  auto const end_literal = [&] {
    if (!literal.empty()) group.parts.push_back({std::move(literal), "", -1});
    literal.clear();
  };
  while (!text.empty()) {
    char const c = text.front();
    if (c == '\\' && text.size() > 1) {
      literal += text[1];
      text.remove_prefix(2);
      continue;
    }
    if (c == (optional ? ']' : '[')) {
      end_literal();
      if (optional) text.remove_prefix(1);
      return group;
    }
    if (c == '{') {
      auto const close = text.find('}');
      if (close == std::string_view::npos || close == 1) return std::nullopt;
      end_literal();
      group.parts.push_back({"", std::string(text.substr(1, close - 1)), -1});
      text.remove_prefix(close + 1);
      continue;
    }
    if (c == ']' || c == '}') return std::nullopt;
    literal += c;
    text.remove_prefix(1);
  }
  end_literal();
  if (optional) return std::nullopt;
  return group;
}

}  // namespace

std::optional<Template> parse_template(std::string_view text) {
  Template all;
  while (!text.empty()) {
    bool const optional = text.front() == '[';
    if (optional) text.remove_prefix(1);
    auto group = take_group(text, optional);
    if (!group) return std::nullopt;
    if (!group->parts.empty()) all.groups.push_back(std::move(*group));
  }
  return all;
}

}  // namespace annals::wire
