#pragma once

#include <optional>
#include <string_view>

namespace annals::csv {

/// The delimiter that a parameter names: `,` `;` `|`, a tab, or `comma` `semicolon` `bar` `tab`.
[[nodiscard]] std::optional<char> delimiter_of(std::string_view name);

/// The X of a first line `sep=X`, as Excel writes and reads it.
[[nodiscard]] std::optional<char> declared_delimiter(std::string_view head);

/// The delimiter of a list that begins with `head` (UTF-8): the one that cuts the header into most columns,
/// each row that has as many counting for it. A comma where there is but one column.
[[nodiscard]] char detect_delimiter(std::string_view head, bool quotes);

}  // namespace annals::csv
