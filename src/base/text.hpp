#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace annals {

/// What is wrong with a text, and where: `position` counts characters (code points) from 0.
struct TextFault {
  Problem code;
  int position;
  std::string message;
};

/// The one gate for text from outside. Accepts valid UTF-8 without U+0000, C0 controls (but tab and line
/// feed), DEL, U+FFFE, U+FFFF, with at most 30 combining marks in a row and balanced bidirectional overrides
/// and isolates, of at most `characters_max` code points. Returns the first fault, or nothing. CR LF is for
/// normalise_newlines() to mend before; a CR that is left is a fault.
[[nodiscard]] std::optional<TextFault> check_text(std::string_view text, std::size_t characters_max);

/// CR LF becomes LF.
[[nodiscard]] std::string normalise_newlines(std::string_view text);

/// The search key of a name or text: NFKD, case folded, without diacritics, Latin letters beyond ASCII
/// written in ASCII, runs of blanks as one, none at the ends. "Dağlıq Qarabağ" and "DAGLIQ  QARABAG" give the
/// same. `text` is valid UTF-8.
[[nodiscard]] std::string fold(std::string_view text);
/// Without what nobody sees: zero-width blanks, soft hyphens and others that Unicode lets a display ignore.
[[nodiscard]] std::string visible(std::string_view text);

/// Canonical composition (NFC), for comparing texts that look alike.
[[nodiscard]] std::string nfc(std::string_view text);

/// At most `characters_max` characters of `text` for a message: what check_text() refuses wherever it stands,
/// directional formatting and line breaks are replaced, "…" where cut.
[[nodiscard]] std::string quote_for_message(std::string_view text, std::size_t characters_max = 80);

/// A text as it came, for a database that takes no bytes that are not UTF-8, and no U+0000: U+FFFD instead.
[[nodiscard]] std::string storable(std::string_view text);

/// The number of characters (code points) of valid UTF-8.
[[nodiscard]] std::size_t character_count(std::string_view text);

}  // namespace annals
