#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace annals::test {

/// Where `value` does not fit `schema`, by the keywords that api/openapi.yaml uses; one it does not know is a
/// fault, too.
[[nodiscard]] std::vector<std::string> schema_faults(nlohmann::json const& document,
                                                     nlohmann::json const& schema,
                                                     nlohmann::json const& value);

}  // namespace annals::test
