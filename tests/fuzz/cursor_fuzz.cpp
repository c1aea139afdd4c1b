#include <algorithm>

#include "fuzz/properties.hpp"
#include "http/cursor.hpp"

namespace annals {
namespace {

using fuzz::require;
using http::Cursors;

constexpr std::size_t cursor_bytes_max = 2048;

std::optional<db::SortKey> read(Cursors const& cursors, std::string_view scope, std::string_view cursor) {
  try {
    return cursors.read(scope, cursor);
  } catch (Error const& error) {
    fuzz::require_presentable(error);
    require(error.problem() == Problem::bad_cursor, "a cursor is refused as one");
    return std::nullopt;
  }
}

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> all;
  for (std::size_t from = 0; from <= text.size();) {
    auto const end = std::min(text.find('\n', from), text.size());
    all.emplace_back(text.substr(from, end - from));
    from = end + 1;
  }
  return all;
}

/// Of one byte, which the cursor itself chooses: every refusal is an exception, and they are slow.
void require_refused_when_changed(Cursors const& cursors, std::string const& scope, std::string cursor) {
  require(!read(cursors, scope, cursor + 'A') && !read(cursors, scope, cursor + '='),
          "a longer cursor is refused");
  require(!read(cursors, scope, std::string_view(cursor).substr(1)), "a shorter cursor is refused");
  auto& c = cursor[static_cast<unsigned char>(cursor.front()) % cursor.size()];
  char const before = c;
  for (char const other : {'A', '_', '\0'}) {
    c = other;
    require(other == before || !read(cursors, scope, cursor), "a changed byte is noticed");
  }
}

void require_of_key(Cursors const& cursors, std::string const& scope, db::SortKey const& key) {
  auto const cursor = cursors.make(scope, key);
  require(cursor.find_first_of("+/= &?#%") == std::string::npos, "a cursor may stand in a query as it is");
  auto const again = read(cursors, scope, cursor);
  if (cursor.size() > cursor_bytes_max) return require(!again, "no cursor is endless");
  require(again == key, "what was made is read back");
  require(!read(cursors, scope + 'x', cursor), "a cursor is good for its list alone");
  require(!read(Cursors("another"), scope, cursor), "a cursor is good for its installation alone");
  require_refused_when_changed(cursors, scope, cursor);
}

}  // namespace
}  // namespace annals

/// A scope, then the fields of a sort key, each on a line; and all of it as a hostile cursor.
extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  using namespace annals;
  http::Cursors const cursors("a secret of the fuzzer's own");
  std::string text(reinterpret_cast<char const*>(data), size);
  fuzz::require(!read(cursors, "/v1/events", text), "nobody guesses a cursor");
  std::erase(text, '\x1f');  // parts the fields, and is in none of them
  auto key = lines(text);
  auto const scope = key.front();
  key.erase(key.begin());
  require_of_key(cursors, scope, key);
  return 0;
}
