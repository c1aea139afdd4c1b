#pragma once

#include <filesystem>
#include <string>

#include "csv/tokenizer.hpp"

namespace annals::csv {

/// Whether the file is a zip with what every Excel workbook has in it. Throws Error(not_found).
[[nodiscard]] bool is_workbook(std::filesystem::path const& path);

/// Gives the rows of a sheet of an Excel workbook to `sink`, each with the number that it has there; rows
/// without anything are left out, as are empty cells behind a row's last. Texts are as they were typed; a day
/// is 2020-10-11 and a moment 2020-10-11T14:40:00, whatever they look like there, and one at midnight is its
/// day; numbers have neither group marks nor exponents; a formula is its stored value, #N/A where it has
/// none. `sheet` is its name; empty: the first. The file is read by a program of its own, of at most 1 GiB of
/// memory and ten minutes of computing. Throws Error: `bad_xlsx`, `bad_zip`, `too_large_unpacked` (over 2
/// GiB, and over 1 MiB 200 bytes out of one), `invalid_parameter` of a sheet that is not there, `internal`
/// where Debian's python3-openpyxl is not installed.
void read_workbook(std::filesystem::path const& path, std::string const& sheet, Tokenizer::Sink const& sink);

}  // namespace annals::csv
