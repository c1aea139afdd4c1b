#pragma once

namespace annals::cli {

/// Runs the command of `arguments` (contract section 7). Returns the exit code: 0 done, 1 refused or failed
/// with one sentence and its faults on standard error, 2 called wrongly.
[[nodiscard]] int run(int count, char** arguments);

}  // namespace annals::cli
