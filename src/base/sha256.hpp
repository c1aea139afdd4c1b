#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace annals {

/// The SHA-256 of `bytes` (FIPS 180-4): 32 bytes.
[[nodiscard]] std::array<unsigned char, 32> sha256(std::string_view bytes);

/// Two lowercase hexadecimal digits a byte.
[[nodiscard]] std::string to_hex(std::string_view bytes);
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// `count` bytes from the system's generator.
[[nodiscard]] std::string random_bytes(std::size_t count);

}  // namespace annals
