#pragma once

#include <functional>
#include <string>

#include "domain/timeline.hpp"

namespace annals::render {

/// How a document marks up what stands within a line.
struct LineMarkup {
  std::function<std::string(DateExpression const&)> date;
  std::function<std::string(int)> footnote;
};

/// Of an entry: "about April 2024, said 17 April 2024 [24]; occurred 43 to 72 days later".
[[nodiscard]] std::string plan_line(Plan const& plan, Event const& event, LineMarkup const& markup,
                                    Language language);
/// Of a span: "9 November 2025, said 6 October 2023 [7]; ended 12 June 2024, 515 days earlier".
[[nodiscard]] std::string planned_end_line(PlannedEnd const& end, Span const& span, LineMarkup const& markup,
                                           Language language);

}  // namespace annals::render
