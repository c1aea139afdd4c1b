#pragma once

#include <filesystem>
#include <string>

namespace annals::stack {

/// Where PostgreSQL's programs lie: `configured` if given, else what Debian and others use, else PATH. Both
/// initdb and postgres must be there. Throws Error(database_unavailable) with one sentence on how to mend it.
[[nodiscard]] std::filesystem::path postgres_programs(std::string const& configured = "");

/// The program of that name in PATH or a system folder; empty where there is none.
[[nodiscard]] std::filesystem::path find_program(std::string const& name);

}  // namespace annals::stack
