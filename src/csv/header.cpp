#include "csv/header.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace annals::csv {

Header::Header(Record const& record) : names_(record.cells) {
  std::vector<Fault> faults;
  auto const fault = [&](std::string const& column, Problem code, std::string const& message) {
    faults.push_back({quote_for_message(column), code, message, std::nullopt, record.line, ""});
  };
  std::map<std::string, std::string> seen;
  for (auto const& column : names_) {
    if (auto const bad = check_text(column, 120)) {
      fault(column, bad->code, bad->message);
    } else if (auto const name = fold(visible(column)); name.empty()) {
      fault(column, Problem::required, "a column has no name");
    } else if (auto const [before, is_new] = seen.emplace(name, column); !is_new) {
      fault(column, Problem::duplicate_column, "is there twice, as " + quote_for_message(before->second));
    }
  }
  if (!faults.empty()) {
    auto const problem = faults.front().code;
    throw Error(problem, "the header names its columns wrongly", std::move(faults));
  }
}

std::optional<std::size_t> Header::find(std::string_view name) const {
  auto const found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names_.begin());
}

Fault wrong_column_count(Record const& record, std::size_t columns, std::string const& file) {
  return {
      "",
      Problem::wrong_column_count,
      "has " + std::to_string(record.cells.size()) + " cells under " + std::to_string(columns) + " columns",
      {},
      record.line,
      file};
}

}  // namespace annals::csv
