#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annals::db {

/// Whose eyes: nobody in particular sees what is public, a reader's key also what is for members, an editor's
/// everything.
enum class Clearance { anonymous, member, editor };

/// What a caller may see, and when: put in front of every reference to a table of content, here and nowhere
/// else.
struct View {
  /// The instant whose state is shown ("2026-01-31T12:00:00.123456Z"); nothing: now.
  std::optional<std::string> as_of = {};
  Clearance clearance = Clearance::anonymous;

  /// Texts of statements differ by this alone.
  [[nodiscard]] std::string kind() const {
    return (as_of ? "then " : "now ") + std::to_string(static_cast<int>(clearance)) + ' ';
  }
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

/// A statement for a table of content: the name at every `/* table */`.
[[nodiscard]] std::string on_table(std::string_view sql, std::string_view table);

}  // namespace annals::db
