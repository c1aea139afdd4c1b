#pragma once

#include <string>

#include "service/build_timeline.hpp"

namespace annals::http {

/// A timeline as JSON, as a whole. Throws Error: `too_many` beyond `entries_max`, `too_long` beyond 16 MiB.
[[nodiscard]] std::string timeline_text(db::Transaction& transaction, service::TimelinePlan const& plan,
                                        std::size_t entries_max);

}  // namespace annals::http
