#include "db/search_terms.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace annals::db {

std::string escape_like(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if (c == '%' || c == '_' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::vector<SearchTerm> search_terms(std::string const& query) {
  std::vector<SearchTerm> terms;
  for (std::size_t at = 0; at < query.size();) {
    if (query[at] == ' ' || query[at] == '\t' || query[at] == '\n') {
      ++at;
      continue;
    }
    bool const excluded = query[at] == '-';
    if (excluded) ++at;
    bool const phrase = at < query.size() && query[at] == '"';
    if (phrase) ++at;
    auto const end = std::min(query.find_first_of(phrase ? "\"" : " \t\n", at), query.size());
    auto folded = fold(query.substr(at, end - at));
    std::erase(folded, '"');
    if (!folded.empty()) terms.push_back({'"' + folded + '"', excluded});
    at = end + (phrase ? 1 : 0);
  }
  return terms;
}

std::string any_of(std::vector<SearchTerm> const& terms, bool excluded) {
  std::string any;
  for (auto const& term : terms) {
    if (term.excluded == excluded) any += (any.empty() ? "" : " or ") + term.text;
  }
  return any;
}

}  // namespace annals::db
