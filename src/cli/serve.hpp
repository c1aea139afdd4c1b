#pragma once

#include "cli/options.hpp"

namespace annals::cli {

/// Runs the database, the service and the front, starts again what dies, and stops all of it in order at
/// SIGINT or SIGTERM. Prints one line with the address when it answers.
void serve(Options const& options);

}  // namespace annals::cli
