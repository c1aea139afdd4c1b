#include <malloc.h>

#include "cli/commands.hpp"

int main(int count, char** arguments) {
  // Threads share the heaps of malloc: with a heap for each, as is usual, what imports leave free in one is
  // no use to the others, and the service grows by half.
  constexpr int heaps_max = 4;
  mallopt(M_ARENA_MAX, heaps_max);
  return annals::cli::run(count, arguments);
}
