#include "domain/country_names.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "country_name_list.hpp"

namespace annals {
namespace {

/// Beyond ASCII, fold() leaves letters and marks of other scripts; they count.
bool counts_in_a_name(char c) { return is_lower(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

std::string name_key(std::string_view text) {
  std::string key = fold(text);
  std::erase_if(key, [](char c) { return !counts_in_a_name(c); });
  return key;
}

std::unordered_map<std::string, std::string_view> codes_by_key() {
  std::unordered_map<std::string, std::string_view> codes;
  for (auto const& [name, code] : countries::names) codes.emplace(name_key(name), code);
  return codes;
}

}  // namespace

std::optional<std::string_view> country_named(std::string_view text) {
  static auto const codes = codes_by_key();
  std::string key = name_key(text);
  if (std::all_of(key.begin(), key.end(), is_digit)) {
    if (key.empty() || key.size() > 3 || key != fold(text)) return std::nullopt;
    key.insert(0, 3 - key.size(), '0');
  }
  auto const found = codes.find(key);
  if (found == codes.end()) return std::nullopt;
  return found->second;
}

}  // namespace annals
