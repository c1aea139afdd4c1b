#include "csv/delimiter.hpp"

#include <algorithm>
#include <array>

#include "csv/tokenizer.hpp"

namespace annals::csv {
namespace {

struct Delimiter {
  char character;
  std::string_view name;
};

// In the order in which they are believed where nothing else decides.
constexpr std::array<Delimiter, 4> delimiters{
    {{',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {'|', "bar"}}};

/// How much speaks for a delimiter: the columns it makes, in each row that has as many as the header.
std::size_t score(std::string_view head, Dialect const& dialect) {
  std::size_t columns = 0;
  std::size_t rows = 0;
  Tokenizer tokenizer(
      [&](Record&& record) {
        if (columns == 0) columns = std::max<std::size_t>(record.cells.size(), 1);
        if (record.cells.size() == columns) ++rows;
      },
      dialect);
  try {
    tokenizer.push(head);
    tokenizer.finish();
  } catch (Error const&) {
    // The head may end within quotes; the rows before count.
  }
  return columns == 0 ? 0 : (columns - 1) * rows;
}

}  // namespace

std::optional<char> delimiter_of(std::string_view name) {
  for (auto const& each : delimiters) {
    if (name == each.name || name == std::string_view(&each.character, 1)) return each.character;
  }
  return std::nullopt;
}

std::optional<char> declared_delimiter(std::string_view head) {
  constexpr std::string_view prefix = "sep=";
  if (!head.starts_with(prefix) || head.size() < prefix.size() + 2) return std::nullopt;
  char const end = head[prefix.size() + 1];
  if (end != '\r' && end != '\n') return std::nullopt;
  return delimiter_of(head.substr(prefix.size(), 1));
}

char detect_delimiter(std::string_view head, bool quotes) {
  auto const score_of = [&](Delimiter const& each) {
    return score(head, {.delimiter = each.character, .quotes = quotes, .skips_bad_rows = true});
  };
  std::array<std::size_t, delimiters.size()> scores{};
  std::transform(delimiters.begin(), delimiters.end(), scores.begin(), score_of);
  auto const best = std::max_element(scores.begin(), scores.end()) - scores.begin();
  return delimiters.at(static_cast<std::size_t>(best)).character;
}

}  // namespace annals::csv
