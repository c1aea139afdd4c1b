#pragma once

#include <string>

#include "http/call.hpp"
#include "service/build_timeline.hpp"
#include "wire/timeline_difference.hpp"

namespace annals::http {

/// A timeline as JSON, as a whole. Throws Error: `too_many` beyond `entries_max`, `too_long` beyond 16 MiB.
[[nodiscard]] std::string timeline_text(db::Transaction& transaction, service::TimelinePlan const& plan,
                                        std::size_t entries_max);

/// What changed, as JSON or as a page, by suffix or `Accept`.
[[nodiscard]] Response answer_difference(Call const& call, wire::TimelineDifference const& difference);
/// Refuses a format that there is not, before anything is read. Throws Error(not_acceptable).
void accept_difference(Call const& call);

}  // namespace annals::http
