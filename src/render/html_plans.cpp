#include "render/html_plans.hpp"

#include "render/html_text.hpp"
#include "render/plan_text.hpp"

namespace annals::render::html {
namespace {

LineMarkup line_markup(Language language) {
  return {[language](DateExpression const& coded) { return date(coded, language); },
          [language](int number) {
            return "<span class=\"refs\">" + footnote_link(number, language) + "</span>";
          }};
}

std::string list_of(Phrase heading, std::string const& items, Language language) {
  if (items.empty()) return "";
  return "<p>" + std::string(phrase(heading, language)) + "</p>\n<ul>\n" + items + "</ul>";
}

}  // namespace

std::string plans(TimelineEntry const& entry, Language language) {
  std::string items;
  for (auto const& plan : entry.plans)
    items += "<li>" + plan_line(plan, entry.event, line_markup(language), language) + "</li>\n";
  if (items.empty()) return "";
  return "<div class=\"plans\">" + list_of(Phrase::planned_dates, items, language) + "</div>\n";
}

std::string planned_ends(TimelineSpan const& told, Language language) {
  std::string items;
  for (auto const& end : told.plans)
    items += "<li>" + planned_end_line(end, told.span, line_markup(language), language) + "</li>\n";
  return list_of(Phrase::planned_end, items, language);
}

}  // namespace annals::render::html
