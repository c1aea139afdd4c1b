#include "base/base64.hpp"

#include <openssl/evp.h>

#include <algorithm>

namespace annals {

std::string to_base64(std::string_view bytes) {
  std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');
  auto const length =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                      reinterpret_cast<unsigned char const*>(bytes.data()), static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(length));
  return out;
}

std::string from_base64(std::string_view text) {
  std::string plain(text);
  std::erase_if(plain, [](char c) { return c == '\n' || c == '\r'; });
  auto const padding = static_cast<std::size_t>(std::count(plain.begin(), plain.end(), '='));
  std::string out(plain.size() / 4 * 3, '\0');
  auto const length =
      EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                      reinterpret_cast<unsigned char const*>(plain.data()), static_cast<int>(plain.size()));
  if (padding > 2 || length < static_cast<int>(padding)) return {};
  out.resize(static_cast<std::size_t>(length) - padding);
  return out;
}

}  // namespace annals
