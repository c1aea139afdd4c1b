#include "cli/page_files.hpp"

namespace annals::cli {

std::filesystem::path page_files(std::string const& configured) {
  namespace fs = std::filesystem;
  if (!configured.empty()) return fs::absolute(configured);
  std::error_code ignored;
  auto const program = fs::read_symlink("/proc/self/exe", ignored);
  for (auto const& folder : {program.parent_path().parent_path() / "web",
                             program.parent_path().parent_path() / "share/annals/web"}) {
    if (fs::exists(folder / "index.html", ignored)) return folder;
  }
  return {};
}

}  // namespace annals::cli
