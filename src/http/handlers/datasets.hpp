#pragma once

#include "http/call.hpp"

namespace annals::http {

// The datasets that the caller sees.

[[nodiscard]] Response list_datasets(Call& call);
[[nodiscard]] Response get_dataset(Call& call);

}  // namespace annals::http
