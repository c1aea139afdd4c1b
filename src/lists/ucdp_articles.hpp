#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annals::lists {

/// One source of a UCDP event.
struct Article {
  std::string office;
  std::string date;  ///< as it stands: "2013-01-03"
  std::string headline;
  std::string text;  ///< the member as it stands
};

/// The cell `source_article` of the UCDP GED: `"Office,2013-01-03,Headline";"…"` since release 19 or so.
/// Older cells are free text, which is one article with nothing but `text`.
[[nodiscard]] std::vector<Article> ucdp_articles(std::string_view cell);

}  // namespace annals::lists
