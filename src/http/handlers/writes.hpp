#pragma once

#include <functional>
#include <initializer_list>
#include <string_view>

#include "db/change_store.hpp"
#include "http/call.hpp"
#include "wire/json_body.hpp"

namespace annals::http {

/// Who changes, and the reason that was given. Throws Error(bad_head).
[[nodiscard]] db::Author author_of(Call const& call);

/// Refuses a body of another type. Throws Error(unsupported_type).
void accept_body(Call const& call, std::initializer_list<std::string_view> types);
[[nodiscard]] Response no_content();
/// A change that is not a POST needs no Idempotency-Key: its path names what it changes.
void change(Call& call, std::function<void(db::Transaction&)> const& work);
/// The body of a write. Throws Error: `unsupported_type`, as wire/json_body.
[[nodiscard]] wire::JsonBody json_of(Call const& call);

// Changes of things, relations and datasets (contract section 3, Writing).

template <ThingKind kind>
[[nodiscard]] Response post_thing(Call& call);
template <ThingKind kind>
[[nodiscard]] Response put_thing(Call& call);
template <ThingKind kind>
[[nodiscard]] Response patch_thing(Call& call);
template <ThingKind kind>
[[nodiscard]] Response delete_thing(Call& call);

[[nodiscard]] Response put_event_relation(Call& call);
[[nodiscard]] Response delete_event_relation(Call& call);

[[nodiscard]] Response put_dataset(Call& call);
[[nodiscard]] Response patch_dataset(Call& call);
[[nodiscard]] Response delete_dataset(Call& call);

}  // namespace annals::http
