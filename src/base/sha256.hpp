#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace annals {

/// The SHA-256 of `bytes` (FIPS 180-4): 32 bytes.
[[nodiscard]] std::array<unsigned char, 32> sha256(std::string_view bytes);

/// The SHA-256 of what comes in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) = delete;
  void add(std::string_view bytes);
  /// Of all that was added; nothing can be added afterwards.
  [[nodiscard]] std::string hex();

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

/// HMAC with SHA-256 (RFC 2104): 32 bytes.
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view bytes);

/// Whether two secrets are the same, looking at every byte whatever the first ones say.
[[nodiscard]] bool equal_secrets(std::string_view a, std::string_view b);

/// Two lowercase hexadecimal digits a byte.
[[nodiscard]] std::string to_hex(std::string_view bytes);
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// `count` bytes from the system's generator.
[[nodiscard]] std::string random_bytes(std::size_t count);

}  // namespace annals
