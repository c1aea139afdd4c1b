#pragma once

#include <cstdint>

namespace annals::csv {

/// A list that is no larger may pack as well as it likes.
constexpr std::uint64_t ratio_free_of_list = std::uint64_t{1} << 20;

/// What an archive may unpack to (contract section 4). Both throw Error(too_large_unpacked).
void check_total_unpacked(std::uint64_t bytes);                           ///< over 2 GiB
void check_ratio_unpacked(std::uint64_t unpacked, std::uint64_t packed);  ///< over 200 bytes out of one

}  // namespace annals::csv
