#include "wire/csv_writer.hpp"

#include <algorithm>
#include <array>

namespace annals::wire {
namespace {

bool needs_quotes(std::string_view cell) {
  if (cell.empty()) return false;
  auto const blank = [](char c) { return c == ' ' || c == '\t'; };
  // find_first_of() would call memchr for every character.
  auto const ends = [](char c) { return c == '"' || c == ',' || c == '\r' || c == '\n'; };
  return std::any_of(cell.begin(), cell.end(), ends) || blank(cell.front()) || blank(cell.back());
}

}  // namespace

bool runs_as_formula(std::string_view cell) {
  // The last four are U+FF1D, U+FF0B, U+FF0D, U+FF20.
  constexpr std::array<std::string_view, 10> first{
      "=", "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
  for (auto const& start : first) {
    if (cell.starts_with(start)) return true;
  }
  return false;
}

void CsvWriter::write(Cell kind, std::string_view cell) {
  if (kind == Cell::text && reader_ == For::people && runs_as_formula(cell)) {
    append("'" + std::string(cell));
  } else {
    append(cell);
  }
}

void CsvWriter::append(std::string_view cell) {
  if (begun_) out_ += ',';
  begun_ = true;
  if (!needs_quotes(cell)) {
    out_ += cell;
    return;
  }
  out_ += '"';
  for (char const c : cell) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
}

void CsvWriter::end_row() {
  out_ += '\n';
  begun_ = false;
}

}  // namespace annals::wire
