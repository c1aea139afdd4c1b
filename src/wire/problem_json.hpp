#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace annals::wire {

/// The one table from a problem to HTTP: RFC 9110 status codes.
struct ProblemKind {
  int status;
  std::string_view title;
};
[[nodiscard]] ProblemKind kind_of(Problem problem);

/// RFC 9457: type, title, status, detail, instance and, where there are faults, errors.
[[nodiscard]] std::string problem_json(Problem problem, std::string_view detail, std::string_view instance,
                                       std::vector<Fault> const& faults = {});

}  // namespace annals::wire
