#include "lists/list_keys.hpp"

#include "base/ascii.hpp"
#include "base/sha256.hpp"
#include "base/text.hpp"

namespace annals::lists {
namespace {

constexpr std::size_t words_max = 60;
constexpr std::size_t digits = 10;
constexpr std::size_t event_max = 100;

std::string digest(std::string_view text) { return sha256_hex(text).substr(0, digits); }

}  // namespace

std::string key_of(std::string_view name, std::string_view identity) {
  std::string key;
  for (char const c : fold(name)) {
    if (key.size() == words_max) break;
    if (is_lower(c) || is_digit(c)) {
      key += c;
    } else if (!key.empty() && key.back() != '-') {
      key += '-';
    }
  }
  if (!key.empty() && key.back() != '-') key += '-';
  return key + digest(identity);
}

std::string claim_key(std::string_view event, std::string_view source) {
  return std::string(event.substr(0, event_max)) + "." +
         digest(std::string(event) + "\n" + std::string(source));
}

}  // namespace annals::lists
