#pragma once

#include "http/call.hpp"
#include "service/precondition.hpp"

namespace annals::http {

/// `If-Match` and `If-None-Match` of a write: at most 20 tags, a weak one read as its strong form, since
/// proxies weaken tags. Throws Error(bad_etag).
[[nodiscard]] service::Precondition precondition_of(Request const& request);

}  // namespace annals::http
