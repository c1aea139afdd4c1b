#pragma once

#include <optional>
#include <string>

#include "domain/thing.hpp"

namespace annals {

/// A body of coding by one team.
struct Dataset {
  int id = 0;
  std::string key;
  std::string title;
  std::optional<std::string> description;
  std::optional<std::string> licence;  ///< SPDX identifier or a name
  std::optional<std::string> citation;
  std::optional<std::string> language;  ///< BCP 47
  Visibility visibility = Visibility::public_;
  int version = 0;
  std::string created_at;
  std::string updated_at;
};

}  // namespace annals
