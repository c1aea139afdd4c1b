#pragma once

#include "http/call.hpp"

namespace annals::http {

// The mappings of a dataset for its event lists (contract section 3).

[[nodiscard]] Response list_mappings(Call& call);
[[nodiscard]] Response get_mapping(Call& call);
[[nodiscard]] Response put_mapping(Call& call);
[[nodiscard]] Response delete_mapping(Call& call);

}  // namespace annals::http
