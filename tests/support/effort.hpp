#pragma once

#include <cstdlib>
#include <iostream>
#include <random>
#include <string>

namespace annals::test {

/// Whether the counts and times run that take too long for every day: scripts/test --long.
inline bool is_long() { return std::getenv("ANNALS_TEST_LONG") != nullptr; }

/// How often to do what is done often. The sanitizers look at memory, which a third of the rounds touches as
/// well.
inline int rounds(int all, int everyday) {
  if (is_long()) return all;
#ifdef ANNALS_SANITIZED
  return everyday / 3 + 1;
#else
  return everyday;
#endif
}

/// Where random choices begin: ANNALS_TEST_SEED, else each time elsewhere. Printed, so that it can be given
/// again.
inline unsigned random_seed() {
  auto const* given = std::getenv("ANNALS_TEST_SEED");
  auto const seed = given != nullptr ? static_cast<unsigned>(std::stoul(given)) : std::random_device()();
  std::cout << "random seed " << seed << " (ANNALS_TEST_SEED)\n";
  return seed;
}

}  // namespace annals::test
