#pragma once

#include <filesystem>

namespace annals::test {

/// A bundle of `events` events with a claim each: e0, e1, …; c0, c1, …
void write_large_bundle(std::filesystem::path const& folder, int events,
                        std::size_t bytes_of_description = 0);

}  // namespace annals::test
