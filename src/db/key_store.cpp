#include "db/key_store.hpp"

#include "base/sha256.hpp"
#include "sql_queries.hpp"

namespace annals::db {
namespace {

/// `count` letters and digits, each as likely as any other.
std::string random_letters(std::size_t count) {
  constexpr std::string_view letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  std::string out;
  while (out.size() < count) {
    for (char const byte : random_bytes(count)) {
      auto const number = static_cast<unsigned char>(byte);
      if (number < 248 && out.size() < count) out += letters[number % letters.size()];  // 248 = 4 * 62
    }
  }
  return out;
}

}  // namespace

std::string create_key(Transaction& transaction, std::string const& name) {
  auto const prefix = random_letters(8);
  auto const secret = random_letters(43);  // 43 * log2(62) > 256 bits
  transaction.run(sql::key_create,
                  {{"name", name}, {"prefix", prefix}, {"sha256", sha256_hex(secret)}, {"role", "editor"}});
  return "annals_" + prefix + secret;
}

}  // namespace annals::db
