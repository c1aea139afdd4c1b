#pragma once

#include "cli/options.hpp"

namespace annals::cli {

/// Prints a line for everything that the service depends on, and how to mend what is wrong. Throws an Error
/// where something is.
void check(Options const& options);

}  // namespace annals::cli
