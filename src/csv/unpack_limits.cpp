#include "csv/unpack_limits.hpp"

#include "base/error.hpp"

namespace annals::csv {
namespace {

constexpr std::uint64_t unpacked_max = std::uint64_t{2} << 30;
constexpr std::uint64_t ratio_max = 200;

}  // namespace

void check_total_unpacked(std::uint64_t bytes) {
  if (bytes > unpacked_max) throw Error(Problem::too_large_unpacked, "it unpacks to more than 2 GiB");
}

void check_ratio_unpacked(std::uint64_t unpacked, std::uint64_t packed) {
  if (unpacked > ratio_max * packed)
    throw Error(Problem::too_large_unpacked, "it unpacks to more than 200 times its size");
}

}  // namespace annals::csv
