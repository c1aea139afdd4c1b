#pragma once

#include <string_view>

#include "domain/phrases.hpp"

namespace annals {

/// One thing in each language of the service.
struct Said {
  std::string_view en, ru;
  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::ru ? ru : en;
  }
};

}  // namespace annals
