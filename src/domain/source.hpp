#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/date_expression.hpp"
#include "domain/thing.hpp"

namespace annals {

/// A document: who published what, where, when, how reliable.
struct Source {
  ThingHead head;
  SourceKind kind = SourceKind::other;
  std::string title;
  std::optional<std::string> title_translated;
  std::optional<std::string> publisher;
  std::optional<std::string> author;  ///< several joined by "; "
  std::optional<std::string> url;
  std::optional<std::string> archived_url;
  std::optional<DateExpression> published;
  std::optional<DateExpression> accessed;
  std::optional<std::string> language;  ///< BCP 47
  std::optional<Reliability> reliability;
  std::optional<ThingLink> republishes;
  std::optional<std::string> republishes_publisher;  ///< of what it republishes, when read from the database
  bool republishes_copy = false;                     ///< that is a copy itself, when read from the database
};

/// Its authors, as they were written.
[[nodiscard]] std::vector<std::string> authors_of(Source const& source);

/// The day by whose end the source was certainly public: the latest day of `published`, or the day it was
/// `accessed`, whichever is first (contract section 5, known_by). Nothing where neither is known.
[[nodiscard]] std::optional<Day> public_by(Source const& source);

/// The first day of `published`: the order of claims within an entry.
[[nodiscard]] std::optional<Day> published_from(Source const& source);

}  // namespace annals
