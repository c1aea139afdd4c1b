#include "render/plan_text.hpp"

#include "domain/plan_words.hpp"

namespace annals::render {
namespace {

constexpr std::size_t sayings_shown_max = 5;

std::string dated_sayings(Plan const& plan, LineMarkup const& markup, Language language) {
  std::string text = std::string(phrase(Phrase::said, language));
  auto const shown = std::min(plan.said.size(), sayings_shown_max);
  for (std::size_t i = 0; i < shown; ++i) {
    auto const& saying = plan.said[i];
    auto const& day = saying.said ? saying.said : saying.published;
    text += i == 0 ? " " : ", ";
    if (day) text += markup.date(*day) + " ";
    text += markup.footnote(saying.footnote);
  }
  if (shown < plan.said.size()) {
    text += " " + std::string(phrase(Phrase::and_further, language)) + " " +
            counted(static_cast<std::int64_t>(plan.said.size() - shown), Counted::claims, language);
  }
  return text;
}

std::string whole_line(Plan const& plan, std::string const& came, LineMarkup const& markup,
                       Language language) {
  auto text = markup.date(plan.date);
  if (!plan.said.empty()) text += ", " + dated_sayings(plan, markup, language);
  return came.empty() ? text : text + "; " + came;
}

}  // namespace

std::string plan_line(Plan const& plan, Event const& event, LineMarkup const& markup, Language language) {
  std::string came;
  if (plan.difference_days) {
    came = std::string(describe(event.status, language)) + " " +
           describe_difference(*plan.difference_days, language);
  }
  return whole_line(plan, came, markup, language);
}

std::string planned_end_line(PlannedEnd const& end, Span const& span, LineMarkup const& markup,
                             Language language) {
  auto const& difference = end.plan.difference_days;
  if (!span.end_date && !difference) {
    // What is still planned says nothing of what came.
    bool const is_open = end.status == EventStatus::planned;
    return whole_line(end.plan, is_open ? "" : std::string(describe(end.status, language)), markup, language);
  }
  auto came = std::string(phrase(Phrase::ended, language));
  if (span.end_date) came += " " + markup.date(*span.end_date);
  if (difference) came += (span.end_date ? ", " : " ") + describe_difference(*difference, language);
  return whole_line(end.plan, came, markup, language);
}

}  // namespace annals::render
