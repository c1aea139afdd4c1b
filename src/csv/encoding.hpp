#pragma once

#include <optional>
#include <string_view>

namespace annals::csv {

/// The encodings that are read. `utf_16` is that whose byte order is still to be found out.
enum class Encoding { utf_8, utf_16, utf_16_le, utf_16_be, windows_1251, windows_1252 };

/// The encoding that a parameter names, in its common spellings (`UTF-8`, `utf8`, `cp1251`, `latin1` …).
/// Latin-1 is read as windows-1252, which has characters where Latin-1 has controls (WHATWG Encoding, 4.2).
[[nodiscard]] std::optional<Encoding> encoding_of(std::string_view name);
/// "windows-1251" for Encoding::windows_1251.
[[nodiscard]] std::string_view name(Encoding encoding);

/// The encoding of a file that begins with `head`. A byte order mark says it, whatever is declared (WHATWG
/// Encoding, 6.1); then what is declared; then every other byte being NUL, as in UTF-16; UTF-8 otherwise.
/// Never `utf_16`.
[[nodiscard]] Encoding encoding_of_file(std::string_view head, std::optional<Encoding> declared);

}  // namespace annals::csv
