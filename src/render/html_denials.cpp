#include "render/html_denials.hpp"

#include "domain/denials.hpp"
#include "domain/evidence_words.hpp"
#include "domain/field_words.hpp"
#include "render/html_text.hpp"
#include "render/markup_text.hpp"

namespace annals::render::html {
namespace {

class DenialList {
 public:
  DenialList(TimelineEntry const& entry, Claims const& claims, Language language)
      : entry_(entry), claims_(claims), language_(language) {}

  std::string text() const {
    std::string pairs, alone;
    for (auto const& denial : denials_of(entry_.claims)) {
      auto const denied = denied_by(denial);
      auto const words = claims_.told(denial.claim->claim);
      if (denied.empty())
        alone += "<li>" + words + "</li>\n";
      else
        pairs += "<li>" + side(Phrase::claimed, denied) + side(Phrase::denial, words) + "</li>\n";
    }
    if (!pairs.empty()) pairs = "<ul class=\"pairs\">\n" + pairs + "</ul>\n";
    if (!alone.empty())
      alone = "<p>" + std::string(phrase(Phrase::denied, language_)) + "</p>\n<ul>\n" + alone + "</ul>\n";
    return pairs.empty() && alone.empty() ? "" : "<div class=\"denials\">\n" + pairs + alone + "</div>\n";
  }

 private:
  std::string side(Phrase label, std::string const& markup) const {
    return "<div><span class=\"label\">" + std::string(phrase(label, language_)) + "</span> " + markup +
           "</div>";
  }

  std::string denied_by(Denial const& denial) const {
    if (denial.answered) return claims_.told(denial.answered->claim);
    std::string text;
    for (auto const& field : denial.fields) {
      text += (text.empty() ? "" : "; ") + escape_markup(describe_field(field, language_)) + " " +
              value_of(field);
    }
    return text;
  }

  /// As the entry has it.
  std::string value_of(std::string const& field) const {
    auto const& event = entry_.event;
    if (field == "date") return event.date ? date(*event.date, language_) : "–";
    if (field == "place") return event.place ? written("bdi", "", "", event.place->link.name) : "–";
    auto const number = event.quantities.find(field.substr(field.find('.') + 1));
    return number == event.quantities.end() ? "–" : escape_markup(describe(number->second, language_));
  }

  TimelineEntry const& entry_;
  Claims const& claims_;
  Language language_;
};

}  // namespace

std::string denials(TimelineEntry const& entry, Claims const& claims, Language language) {
  return DenialList(entry, claims, language).text();
}

}  // namespace annals::render::html
