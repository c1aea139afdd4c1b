#pragma once

#include <functional>

#include "http/call.hpp"

namespace annals::http {

/// Runs `work` in a transaction for writing; where the request has an `Idempotency-Key`, a repeat of it gets
/// the first answer instead, and the answer is stored with what it tells of. Throws Error: `key_reused`,
/// `in_progress`, `bad_head`.
/// A body that was not kept is known by `body`, its SHA-256.
[[nodiscard]] Response once(Call& call, std::string const& body,
                            std::function<Response(db::Transaction&)> const& work);
[[nodiscard]] inline Response once(Call& call, std::function<Response(db::Transaction&)> const& work) {
  return once(call, call.request.body, work);
}

}  // namespace annals::http
