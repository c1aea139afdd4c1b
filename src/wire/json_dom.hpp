#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace annals::wire {

/// Members keep the order in which they were given. For src/wire alone.
using Dom = nlohmann::ordered_json;

/// Reads JSON (RFC 8259) behind the gate of contract section 4: at most 32 deep, no member twice in one
/// object, strings of at most 64 KiB, arrays of at most 10,000 and objects of at most 1,000 members, numbers
/// that a double holds. Throws Error (`bad_json`, `duplicate_member`, `too_long`, `too_many`,
/// `invalid_value`) with one fault, its pointer and, where it is no JSON, the byte.
[[nodiscard]] Dom parse_dom(std::string_view text);

/// The first of these checks alone, before anything is built. Throws Error(bad_json).
void refuse_depth(std::string_view text);

/// Members bytewise sorted at every level, no blanks.
[[nodiscard]] std::string canonical(Dom const& value);

/// A JSON pointer's segment (RFC 6901 section 3).
[[nodiscard]] std::string pointer_segment(std::string_view name);

}  // namespace annals::wire
