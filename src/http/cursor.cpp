#include "http/cursor.hpp"

#include "base/base64.hpp"
#include "base/error.hpp"
#include "base/sha256.hpp"

namespace annals::http {
namespace {

constexpr std::size_t mac_bytes = 16;
constexpr std::size_t cursor_bytes_max = 2048;
constexpr char separator = '\x1f';  // no key or number has it

std::string mac(std::string const& secret, std::string_view scope, std::string_view fields) {
  auto const text = std::string(scope) + '\0' + std::string(fields);
  return hmac_sha256(secret, text).substr(0, mac_bytes);
}

/// base64url without padding (RFC 4648 section 5).
std::string encode(std::string const& bytes) {
  auto out = to_base64(bytes);
  while (!out.empty() && out.back() == '=') out.pop_back();
  for (char& c : out) c = c == '+' ? '-' : c == '/' ? '_' : c;
  return out;
}

/// Empty where it is none.
std::string decode(std::string_view text) {
  std::string base64(text);
  for (char& c : base64) c = c == '-' ? '+' : c == '_' ? '/' : c;
  base64.append((4 - base64.size() % 4) % 4, '=');
  return from_base64(base64);
}

}  // namespace

std::string Cursors::make(std::string_view scope, db::SortKey const& last) const {
  std::string fields;
  for (auto const& field : last) (fields += field) += separator;
  return encode(mac(secret_, scope, fields) + fields);
}

db::SortKey Cursors::read(std::string_view scope, std::string_view cursor) const {
  Error const bad(Problem::bad_cursor, "the cursor is not one that this list gave");
  if (cursor.size() > cursor_bytes_max) throw bad;
  auto const bytes = decode(cursor);
  if (bytes.size() < mac_bytes || encode(bytes) != cursor) throw bad;
  auto const fields = std::string_view(bytes).substr(mac_bytes);
  if (!equal_secrets(std::string_view(bytes).substr(0, mac_bytes), mac(secret_, scope, fields))) throw bad;
  db::SortKey key;
  for (std::size_t from = 0; from < fields.size();) {
    auto const at = fields.find(separator, from);
    key.emplace_back(fields.substr(from, at - from));
    from = at + 1;
  }
  return key;
}

}  // namespace annals::http
