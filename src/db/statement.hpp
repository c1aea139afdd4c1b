#pragma once

#include <string_view>

namespace annals::db {

/// An SQL file of sql/, embedded at build. Its text may name parameters as `$name` and tables behind the
/// caller's view as
/// `@event` (db/sql_text.hpp).
struct Statement {
  std::string_view name;
  std::string_view text;
};

}  // namespace annals::db
