#pragma once

#include "http/call.hpp"

namespace annals::http {

// Imports as batches (contract section 6). Only who may write to a dataset sees them.

[[nodiscard]] Response list_imports(Call& call);
[[nodiscard]] Response post_import(Call& call);
[[nodiscard]] Response get_import(Call& call);
/// At once where it waits; where it runs it is told to stop, and its state says when it has.
[[nodiscard]] Response cancel_import(Call& call);
/// What was found in the rows, each with the row as it stood: to be mended, and sent again.
[[nodiscard]] Response get_import_errors(Call& call);
[[nodiscard]] Response undo_import(Call& call);

}  // namespace annals::http
