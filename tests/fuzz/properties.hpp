#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "base/error.hpp"
#include "base/text.hpp"

namespace annals::fuzz {

/// Ends the run where a property does not hold; libFuzzer keeps the input.
inline void require(bool holds, char const* property) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", property);
  std::abort();
}

/// What a client is told of an input is text without tricks, however the input was made.
inline void require_presentable(std::string_view text) {
  require(!check_text(text, 1000), "a message is valid text of moderate length");
}

inline void require_presentable(Error const& error) {
  require_presentable(error.what());
  for (auto const& fault : error.faults()) {
    require_presentable(fault.field);
    require_presentable(fault.message);
    require(!fault.position || *fault.position >= 0, "a position counts from 0");
  }
}

}  // namespace annals::fuzz
