#pragma once

#include <filesystem>
#include <string>

namespace annals::cli {

/// The folder of the page's files: `configured`, else `web` beside the program's folder, else that of an
/// installation. Empty where there is none.
[[nodiscard]] std::filesystem::path page_files(std::string const& configured);

}  // namespace annals::cli
