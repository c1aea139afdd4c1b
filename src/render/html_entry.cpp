#include "render/html_entry.hpp"

#include "domain/evidence_words.hpp"
#include "domain/field_words.hpp"
#include "render/html_claims.hpp"
#include "render/html_denials.hpp"
#include "render/html_markdown.hpp"
#include "render/html_plans.hpp"
#include "render/html_relations.hpp"
#include "render/html_text.hpp"
#include "render/markup_text.hpp"

namespace annals::render::html {
namespace {

/// Writes one entry from its parts.
class Article {
 public:
  Article(TimelineEntry const& entry, int number, Language language, std::string_view data_language)
      : entry_(entry), number_(number), language_(language), data_language_(data_language) {}

  std::string text() const {
    auto const& event = entry_.event;
    auto const id = escape_markup(anchor(event.head.dataset, event.head.key));
    Claims const evidence(entry_, language_);
    return "<li>\n<article class=\"entry " + std::string(word(event.status)) + "\" id=\"" + id + "\">\n" +
           when() + "<div class=\"what\">\n" + title() + marks() + place() + description() + quantities() +
           evidence.disputes() + denials() + html::denials(entry_, evidence, language_) +
           plans(entry_, language_) + not_evidenced() + note() +
           relations(entry_, language_, data_language_) + evidence.claims() + merged() +
           "</div>\n</article>\n</li>\n";
  }

 private:
  std::string said(Phrase one) const { return std::string(phrase(one, language_)); }
  static std::string mark(std::string const& classes, std::string_view text) {
    return "<span class=\"mark " + classes + "\">" + std::string(text) + "</span> ";
  }

  std::string when() const {
    auto const& coded = entry_.event.date;
    std::string out = "<div class=\"when\"><p class=\"date\">" +
                      (coded ? date(*coded, language_) : mark("undated", said(Phrase::undated))) + "</p>";
    std::string doubts;
    if (coded && coded->approximate()) doubts += mark("approximate", said(Phrase::approximate));
    if (coded && coded->uncertain()) doubts += mark("uncertain", said(Phrase::uncertain));
    if (entry_.certainly_after_previous == false) doubts += mark("order", said(Phrase::order_uncertain));
    if (!doubts.empty()) out += "<p class=\"doubts\">" + doubts + "</p>";
    return out + "<p class=\"number\">" + std::to_string(number_) + "</p></div>\n";
  }

  /// The numbers behind it stand on the side where its script ends.
  std::string title() const {
    return element_begin("h3", "", data_language_) + "<span class=\"title\">" +
           escape_markup(entry_.event.title) + "</span>" + references() + "</h3>\n";
  }

  std::string references() const {
    if (entry_.footnotes.empty()) return "";
    std::string out = " <span class=\"refs\" lang=\"" + std::string(tag(language_)) + "\">";
    for (int const number : entry_.footnotes) {
      auto const text = std::to_string(number);
      out += (number == entry_.footnotes.front() ? "" : " ");
      out += "<a class=\"ref\" id=\"" + mark_anchor(number_, number) + "\" href=\"#source-" + text +
             "\" aria-label=\"" + said(Phrase::source) + " " + text + "\">" + text + "</a>";
    }
    return out + "</span>";
  }

  std::string marks() const {
    std::string out;
    auto const status = entry_.event.status;
    if (status != EventStatus::occurred) out += mark("status", describe(status, language_));
    if (!entry_.disputes.empty()) out += mark("contested", said(Phrase::disputed));
    return out.empty() ? "" : "<p class=\"marks\">" + out + "</p>\n";
  }

  std::string place() const {
    if (!entry_.event.place) return "";
    return written("p", "place", data_language_, entry_.event.place->link.name) + "\n";
  }

  std::string description() const {
    auto const& text = entry_.event.description;
    return text ? paragraphs("description", data_language_, *text) : "";
  }

  std::string quantities() const {
    std::string out;
    for (auto const& [name, number] : entry_.event.quantities) {
      out += (out.empty() ? "" : "; ") + escape_markup(describe_open_word(name)) + " " +
             escape_markup(describe(number, language_));
    }
    return labelled(Phrase::quantities, out);
  }

  std::string denials() const {
    auto const& seen = entry_.witnesses;
    if (seen.denials == 0) return "";
    return labelled(Phrase::denied_by, counted(seen.denials, Counted::sources, language_) + ", " +
                                           said(Phrase::reported_by) + " " + std::to_string(seen.sources));
  }

  std::string not_evidenced() const {
    std::string out;
    for (auto const& field : entry_.not_evidenced)
      out += (out.empty() ? "" : ", ") + escape_markup(describe_field(field, language_));
    return labelled(Phrase::not_evidenced, out);
  }

  std::string note() const {
    return entry_.note ? "<div class=\"note\">" + markdown(data_language_, *entry_.note, 4) + "</div>\n" : "";
  }

  /// Relations may lead to an event that is told under another's name: its anchor stands here.
  std::string merged() const {
    std::string out;
    for (auto const& other : entry_.merged) {
      auto const name = escape_markup(anchor(other.dataset, other.key));
      out += (out.empty() ? "" : ", ") + ("<code id=\"" + name + "\">" + name + "</code>");
    }
    return labelled(Phrase::told_as, out);
  }

  std::string labelled(Phrase label, std::string const& markup) const {
    if (markup.empty()) return "";
    return "<p class=\"fact\"><span class=\"label\">" + said(label) + ":</span> " + markup + "</p>\n";
  }

  TimelineEntry const& entry_;
  int number_;
  Language language_;
  std::string_view data_language_;
};

}  // namespace

std::string mark_anchor(int entry, int footnote) {
  return "mark-" + std::to_string(entry) + "-" + std::to_string(footnote);
}

std::string entry(TimelineEntry const& entry, int number, Language language, std::string_view data_language) {
  return Article(entry, number, language, data_language).text();
}

}  // namespace annals::render::html
