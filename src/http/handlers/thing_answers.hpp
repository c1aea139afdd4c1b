#pragma once

#include "db/thing_list.hpp"
#include "http/handlers/answers.hpp"
#include "http/paging.hpp"

namespace annals::http {

/// The thing that the path names. Throws Error(not_found).
[[nodiscard]] ThingId find_thing(Call const& call, ThingKind kind);

/// The filter of a list of things; under a dataset's path it is that dataset's alone. Throws
/// Error(not_found) for a dataset that the caller does not see.
[[nodiscard]] ThingFilter take_filter(Call& call, ThingKind kind);

/// A page of a list.
[[nodiscard]] Response answer_page(Call& call, Paging const& paging, db::ThingList& list, ThingKind kind);

/// One thing as JSON, with its version as ETag. Throws Error(not_found).
[[nodiscard]] Response answer_thing(Call const& call, ThingKind kind, ThingId id);

}  // namespace annals::http
