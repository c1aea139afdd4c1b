#pragma once

#include "support/editor.hpp"

namespace annals::test {

/// Writes a dataset `made` whose texts attack a page or run from right to left, with every status, an
/// uncertain, an approximate and a missing date, disputes, a denial, a quote, relations and a span.
void write_made_dataset(Editor& editor);

/// A text that every format must escape.
inline constexpr auto attack =
    R"(<script>alert(1)</script> "><img src=x onerror=alert(2)> ]](javascript:alert(3)) &lt; ' </title>)";

}  // namespace annals::test
