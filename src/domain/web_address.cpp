#include "domain/web_address.hpp"

namespace annals {

std::optional<std::string> web_address_fault(std::string_view address) {
  if (address.size() > 2048) return "has more than 2,048 bytes";
  std::size_t const scheme = address.starts_with("https://") ? 8 : address.starts_with("http://") ? 7 : 0;
  if (scheme == 0) return "must begin with http:// or https://";
  auto const authority = address.substr(scheme, address.find_first_of("/?#", scheme) - scheme);
  if (authority.empty() || authority.front() == ':') return "has no host";
  if (authority.find('@') != std::string_view::npos) return "must not hold a user or password";
  if (address.find_first_of(" \t\n\"<>\\^`{|}") != std::string_view::npos)
    return "holds a character that no URL has";
  return std::nullopt;
}

}  // namespace annals
