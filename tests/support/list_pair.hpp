#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <utility>

namespace annals::test {

/// Two lists of the same events as two producers would have them, both as bundles: `one` and `two` below the
/// folder, which are their datasets' keys. The second has days moved by up to two (of 30 in 100), places by
/// up to ten kilometres, names in another transliteration, titles of its own, deaths off by one (of 30 in
/// 100). Of each list 20 events in 100 are not in the other.
struct ListPair {
  /// Keys of `one` and `two` that are the same event.
  std::set<std::pair<std::string, std::string>> same;
};
[[nodiscard]] ListPair write_list_pair(std::filesystem::path const& folder, int events, double events_of_day,
                                       unsigned seed);

}  // namespace annals::test
