#pragma once

#include <string>
#include <vector>

#include "cli/options.hpp"

namespace annals::cli {

/// The suffixes of all formats.
[[nodiscard]] std::vector<std::string> timeline_suffixes();

/// To the standard output, in the format and by the filters of the command line.
void print_timeline(Options const& options);

}  // namespace annals::cli
