#include "render/html_relations.hpp"

#include "domain/evidence_words.hpp"
#include "render/entry_text.hpp"
#include "render/html_text.hpp"
#include "render/markup_text.hpp"

namespace annals::render::html {
namespace {

std::string item(std::string_view words, EventRelation const& relation, bool is_here,
                 std::string_view data_language) {
  auto const& other = relation.other;
  auto const href = is_here ? "#" + anchor(other.dataset, other.key) : event_address(other);
  return "<li>" + std::string(words) + " <a href=\"" + escape_markup(href) + "\">" +
         written("bdi", "", data_language, title_of_other(relation)) + "</a></li>\n";
}

}  // namespace

std::string anchor(std::string_view dataset, std::string_view key) {
  return std::string(dataset) + "/" + std::string(key);
}

std::string relations(TimelineEntry const& entry, Language language, std::string_view data_language) {
  std::string items;
  for (std::size_t i = 0; i < entry.relations.size(); ++i) {
    auto const& relation = entry.relations[i];
    items += item(describe(relation.relation, language), relation, entry.related_here.at(i), data_language);
  }
  for (auto const& [relation, is_here] : entry.incoming)
    items += item(describe_inverse(relation.relation, language), relation, is_here, data_language);
  if (items.empty()) return "";
  if (entry.has_more_incoming)
    items += "<li>" + std::string(phrase(Phrase::more_connections, language)) + "</li>\n";
  return "<div class=\"relations\"><p>" + std::string(phrase(Phrase::connections, language)) +
         "</p>\n<ul>\n" + items + "</ul></div>\n";
}

}  // namespace annals::render::html
