#pragma once

#include "http/call.hpp"

namespace annals::http {

/// A dataset as a zip of CSV files.
[[nodiscard]] Response get_bundle(Call& call);

}  // namespace annals::http
