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

constexpr std::string_view scheme = "annals_";
constexpr std::size_t prefix_length = 8;
constexpr std::size_t secret_length = 43;  // 43 * log2(62) > 256 bits

}  // namespace

std::string create_key(Transaction& transaction, std::string const& name) {
  auto const prefix = random_letters(prefix_length);
  auto const secret = random_letters(secret_length);
  transaction.run(sql::key_create,
                  {{"name", name}, {"prefix", prefix}, {"sha256", sha256_hex(secret)}, {"role", "editor"}});
  return std::string(scheme) + prefix + secret;
}

std::optional<KeyHolder> find_key(Transaction& transaction, std::string const& key) {
  if (!key.starts_with(scheme) || key.size() != scheme.size() + prefix_length + secret_length)
    return std::nullopt;
  auto const rows = transaction.run(sql::key_find, {{"prefix", key.substr(scheme.size(), prefix_length)}});
  auto const secret = sha256_hex(key.substr(scheme.size() + prefix_length));
  if (rows.empty() || !equal_secrets(rows[0].text("sha256"), secret)) return std::nullopt;
  return KeyHolder{rows[0].small("id"), std::string(rows[0].text("name")), std::string(rows[0].text("role"))};
}

std::string read_secret(Transaction& transaction, std::string const& name) {
  return std::string(transaction.run(sql::secret_get, {{"name", name}})[0].text("value"));
}

}  // namespace annals::db
