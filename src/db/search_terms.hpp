#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annals::db {

/// A term of `q`, written so that websearch_to_tsquery reads one phrase and no operator.
struct SearchTerm {
  std::string text;
  bool excluded;
};

/// Words, "phrases" and -exclusions.
[[nodiscard]] std::vector<SearchTerm> search_terms(std::string const& query);

/// Those that are excluded, or those that are not, so that websearch_to_tsquery finds any of them; perhaps
/// empty.
[[nodiscard]] std::string any_of(std::vector<SearchTerm> const& terms, bool excluded);

/// A text in which LIKE finds no wildcard.
[[nodiscard]] std::string escape_like(std::string_view text);

}  // namespace annals::db
