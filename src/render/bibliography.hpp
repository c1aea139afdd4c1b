#pragma once

#include <string>

#include "domain/phrases.hpp"
#include "domain/source.hpp"

namespace annals::render {

/// The name of a source among those of a bibliography: "karabakh/tass-1776731".
[[nodiscard]] std::string reference_name(Source const& source);

/// What formats of references have no member for: what it republishes, its archived copy, its date as EDTF
/// where that is no plain day, its reliability, a note.
[[nodiscard]] std::string reference_note(Source const& source, Language language);

}  // namespace annals::render
