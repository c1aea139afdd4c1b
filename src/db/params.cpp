#include "db/params.hpp"

#include <array>

namespace annals::db {
namespace {

template <class Values, class Print>
std::string array_literal(Values const& values, Print print) {
  std::string text = "{";
  for (auto const& value : values) {
    if (text.size() > 1) text += ',';
    print(text, value);
  }
  return text += '}';
}

}  // namespace

std::string to_sql(double value) {
  std::array<char, 32> buffer;
  auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return {buffer.data(), end};
}

std::string to_sql(std::vector<std::string> const& values) {
  return array_literal(values, [](std::string& text, std::string const& value) {
    text += '"';
    for (char const c : value) {
      if (c == '"' || c == '\\') text += '\\';
      text += c;
    }
    text += '"';
  });
}

std::string to_sql(std::vector<std::int64_t> const& values) {
  return array_literal(values, [](std::string& text, std::int64_t value) { text += std::to_string(value); });
}

std::string to_sql(std::vector<int> const& values) {
  return array_literal(values, [](std::string& text, int value) { text += std::to_string(value); });
}

std::string to_sql(std::vector<std::optional<int>> const& values) {
  return array_literal(values, [](std::string& text, std::optional<int> const& value) {
    text += value ? std::to_string(*value) : "null";
  });
}

std::string to_sql(std::vector<std::optional<std::int64_t>> const& values) {
  return array_literal(values, [](std::string& text, std::optional<std::int64_t> const& value) {
    text += value ? std::to_string(*value) : "null";
  });
}

}  // namespace annals::db
