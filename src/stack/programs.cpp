#include "stack/programs.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/error.hpp"

namespace annals::stack {
namespace {

namespace fs = std::filesystem;

bool is_executable(fs::path const& path) {
  return access(path.c_str(), X_OK) == 0 && !fs::is_directory(path);
}

bool has_postgres(fs::path const& folder) {
  return is_executable(folder / "initdb") && is_executable(folder / "postgres");
}

// The highest major version first.
std::vector<fs::path> installed_versions() {
  std::vector<std::pair<int, fs::path>> found;
  std::error_code ignored;
  for (auto const& entry : fs::directory_iterator("/usr/lib/postgresql", ignored)) {
    found.emplace_back(std::atoi(entry.path().filename().c_str()), entry.path() / "bin");
  }
  std::sort(found.rbegin(), found.rend());
  std::vector<fs::path> folders;
  for (auto const& [version, folder] : found) folders.push_back(folder);
  return folders;
}

}  // namespace

fs::path postgres_programs(std::string const& configured) {
  if (!configured.empty()) {
    if (has_postgres(configured)) return configured;
    throw Error(Problem::database_unavailable, "there is no initdb and postgres in " + configured);
  }
  for (auto const& folder : installed_versions()) {
    if (has_postgres(folder)) return folder;
  }
  if (auto const initdb = find_program("initdb"); !initdb.empty() && has_postgres(initdb.parent_path())) {
    return initdb.parent_path();
  }
  throw Error(Problem::database_unavailable,
              "PostgreSQL's server programs are missing; install the package postgresql-15");
}

fs::path find_program(std::string const& name) {
  constexpr std::array folders{"/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"};
  for (auto const* folder : folders) {
    if (is_executable(fs::path(folder) / name)) return fs::path(folder) / name;
  }
  return {};
}

}  // namespace annals::stack
