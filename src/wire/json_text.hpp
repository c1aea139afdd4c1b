#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annals::wire {

/// An object in canonical form: members bytewise sorted, no blanks. Refuses what is no JSON object, depth
/// over 32, a repeated member, numbers beyond a double: throws Error (`bad_json`, `duplicate_member`,
/// `invalid_value`, `required`), its first fault with the position. Members of `more` are added as texts;
/// one that is there already keeps its place.
[[nodiscard]] std::string canonical_object(std::string_view text,
                                           std::map<std::string, std::string> const& more = {});
/// An object of texts in canonical form. The names come bytewise sorted, and each once.
[[nodiscard]] std::string canonical_texts(
    std::vector<std::pair<std::string_view, std::string_view>> const& members);
/// The same as canonical_object() for an array.
[[nodiscard]] std::string canonical_array(std::string_view text);

/// A small object whose members are texts or null, such as dataset.json. Unknown members are faults.
[[nodiscard]] std::map<std::string, std::optional<std::string>> text_members(
    std::string_view text, std::vector<std::string_view> const& known);

/// The `path` of every resource of a Frictionless data package. Throws as above where it is none.
[[nodiscard]] std::vector<std::string> package_paths(std::string_view text);

}  // namespace annals::wire
