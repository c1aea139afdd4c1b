#include "base/uuid.hpp"

#include <string_view>

#include "base/clock.hpp"
#include "base/sha256.hpp"

namespace annals {

std::string uuid_v7() {
  auto bytes = random_bytes(16);
  auto const milliseconds = unix_milliseconds();
  for (int i = 0; i < 6; ++i)
    bytes[static_cast<std::size_t>(i)] = static_cast<char>(milliseconds >> (40 - 8 * i));
  bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x70);
  bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
  auto const digits = to_hex(bytes);
  std::string_view const hex = digits;
  std::string text;
  for (auto const part :
       {hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4), hex.substr(16, 4), hex.substr(20)})
    (text += text.empty() ? "" : "-") += part;
  return text;
}

}  // namespace annals
