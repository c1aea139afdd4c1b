#pragma once

#include "support/model/things.hpp"

namespace annals::test::model {

/// A thing as it is read among others, dates as their EDTF alone.
[[nodiscard]] Json shown(Things const& things, Name const& name);
/// A collection as its list gives it, undated events last.
[[nodiscard]] Json listed(Things const& things, std::string const& collection);
/// The relations of an event, or of an actor, as their list gives them.
[[nodiscard]] Json relations_shown(Things const& things, Name const& of);
/// What the service answered, comparable with the above.
[[nodiscard]] Json with_plain_dates(Json answer);
/// The fields in which an event's claims conflict.
[[nodiscard]] Json disputed(Things const& things, std::string const& event);

}  // namespace annals::test::model
