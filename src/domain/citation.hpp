#pragma once

#include <string>
#include <vector>

#include "domain/phrases.hpp"
#include "domain/source.hpp"

namespace annals {

/// A piece of a citation: the service's own words are plain, what the document says of itself is marked as
/// what it is.
struct CitationPart {
  enum class Kind { plain, name, title, address };
  Kind kind;
  std::string text;
};

/// A source as a footnote names it, by the notes of the Chicago style for what is read on the web: author,
/// title with its translation and language, publisher, date, what it republishes, the day it was read, its
/// address and that of an archived copy.
[[nodiscard]] std::vector<CitationPart> citation_parts(Source const& source, Language language);
[[nodiscard]] std::string citation(Source const& source, Language language);

}  // namespace annals
