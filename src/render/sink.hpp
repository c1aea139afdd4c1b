#pragma once

#include <functional>
#include <string_view>

namespace annals::render {

/// Takes the text of a document in pieces. It may throw to say that nobody reads on.
using Sink = std::function<void(std::string_view)>;

}  // namespace annals::render
