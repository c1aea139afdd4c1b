#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annals::db {

/// What a caller may see, and when: put in front of every reference to a table of content, here and nowhere
/// else.
struct View {
  /// The instant whose state is shown ("2026-01-31T12:00:00.123456Z"); nothing: now.
  std::optional<std::string> as_of;
};

/// A statement as PostgreSQL takes it: `$name` numbered in order of appearance.
struct SqlText {
  std::string text;
  std::vector<std::string> parameters;  ///< `parameters[0]` is the name of $1
};

/// Expands `@table` to the caller's view of it (the files of sql/view, each a condition in one place) and
/// numbers the named parameters. Literals in quotes and comments are left alone. Throws std::logic_error on
/// an unknown `@table`.
[[nodiscard]] SqlText expand(std::string_view sql, View const& view);

}  // namespace annals::db
