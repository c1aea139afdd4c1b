#pragma once

#include "wire/json_body.hpp"
#include "wire/json_dom.hpp"

namespace annals::wire {

/// For src/wire alone: nobody else sees nlohmann-json.
struct JsonBody::Content {
  Dom dom;
};

}  // namespace annals::wire
