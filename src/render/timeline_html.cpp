#include "render/timeline_html.hpp"

#include <map>

#include "domain/plan_words.hpp"
#include "render/entry_text.hpp"
#include "render/html_entry.hpp"
#include "render/html_markdown.hpp"
#include "render/html_page.hpp"
#include "render/html_plans.hpp"
#include "render/html_relations.hpp"
#include "render/html_source.hpp"
#include "render/html_text.hpp"
#include "render/markup_text.hpp"

namespace annals::render {
namespace {

constexpr std::size_t marks_shown_max = 100;

/// Which entries cite a source: the first of them, and how many there are.
struct Citing {
  std::vector<int> entries;
  std::size_t count = 0;
};

class Html : public TimelineRenderer {
 public:
  explicit Html(Sink sink) : sink_(std::move(sink)) {}

  void begin(TimelineHead const& head) override {
    language_ = head.language;
    for (auto const& dataset : head.datasets) languages_[dataset.key] = dataset.language.value_or("");
    auto const data_language = head.datasets.size() == 1 ? languages_.begin()->second : "";
    sink_(html::begin_page(head.title, language_));
    sink_("<a class=\"skip\" href=\"#timeline\">" + said(Phrase::skip_to_entries) + "</a>\n<header>\n<h1>" +
          html::written("bdi", "", data_language, head.title) + "</h1>\n");
    if (head.introduction)
      sink_("<div class=\"introduction\">\n" + html::markdown(data_language, *head.introduction, 2) +
            "</div>\n");
    tell_about(head);
    sink_(
        "</header>\n<main>\n<section id=\"timeline\" aria-labelledby=\"timeline-heading\">\n<h2 "
        "id=\"timeline-heading\">" +
        said(Phrase::timeline) + "</h2>\n");
  }

  void section(std::string const& title) override {
    close_entries();
    sink_(html::written("h2", "section", "", title) + "\n");
  }

  void entry(TimelineEntry const& entry) override {
    ++entries_;
    if (!entries_open_) sink_("<ol class=\"entries\" start=\"" + std::to_string(entries_) + "\">\n");
    entries_open_ = true;
    for (int const footnote : entry.footnotes) {
      auto& citing = citing_[footnote];
      if (++citing.count <= marks_shown_max) citing.entries.push_back(entries_);
    }
    sink_(html::entry(entry, entries_, language_, language_of_dataset(entry.event.head.dataset)));
  }

  void begin_spans() override {
    close_entries();
    if (entries_ == 0) sink_("<p>" + counted(0, Counted::entries, language_) + "</p>\n");
    sink_("</section>\n");
  }

  void span(TimelineSpan const& told) override {
    if (!spans_open_) open_spans();
    auto const& span = told.span;
    sink_("<tr><th scope=\"row\"><a href=\"#" + escape_markup(html::anchor(told.dataset, told.event)) +
          "\">" + html::written("bdi", "", language_of_dataset(told.dataset), told.title) + "</a></th>" +
          cell(Phrase::duration, span.days) + cell(Phrase::as_planned, span.planned_days) +
          cell(Phrase::difference, span.difference_days, describe_difference) + "</tr>\n");
    if (auto const ends = html::planned_ends(told, language_); !ends.empty())
      sink_("<tr class=\"ends\"><td colspan=\"4\">" + ends + "</td></tr>\n");
  }

  void begin_footnotes() override {
    if (spans_open_) sink_("</tbody>\n</table>\n</section>\n");
  }

  void footnote(Footnote const& footnote) override {
    if (!footnotes_open_) {
      sink_("<section id=\"sources\" aria-labelledby=\"sources-heading\">\n<h2 id=\"sources-heading\">" +
            said(Phrase::sources) + "</h2>\n<ol class=\"sources\">\n");
    }
    footnotes_open_ = true;
    auto const number = std::to_string(footnote.number);
    sink_("<li id=\"source-" + number + "\" value=\"" + number + "\">" + html::source(footnote, language_) +
          back_links(footnote.number) + "</li>\n");
  }

  void end(int claims_without_publication_date) override {
    if (footnotes_open_) sink_("</ol>\n</section>\n");
    sink_("</main>\n<footer>\n");
    if (claims_without_publication_date > 0) {
      sink_("<p>" + counted(claims_without_publication_date, Counted::claims, language_) + " " +
            said(Phrase::left_out) + "</p>\n");
    }
    sink_("<p>" + said(Phrase::page_leaves_out) + "</p>\n</footer>\n" + html::end_page());
  }

 private:
  std::string said(Phrase one) const { return std::string(phrase(one, language_)); }

  std::string_view language_of_dataset(std::string const& key) const {
    auto const found = languages_.find(key);
    return found == languages_.end() ? std::string_view{} : found->second;
  }

  void tell_about(TimelineHead const& head) {
    sink_("<section class=\"about\" aria-labelledby=\"about-heading\">\n<h2 id=\"about-heading\">" +
          said(Phrase::about_this_page) + "</h2>\n<dl>\n");
    if (head.saved)
      tell_term(Phrase::timeline,
                "<code>" + escape_markup(head.saved->dataset + '/' + head.saved->key) + "</code>");
    if (!head.query.empty()) {
      std::string filter;
      for (auto const& [name, value] : head.query)
        filter += "<code>" + escape_markup(name) + "</code> " + html::written("bdi", "", "", value) + "<br>";
      tell_term(Phrase::filter, filter.substr(0, filter.size() - 4));
    }
    if (head.known_by) tell_term(Phrase::known_by, html::date(*head.known_by, language_));
    tell_term(as_of_phrase(head), html::date(head.as_of, language_));
    for (auto const& dataset : head.datasets) {
      auto const language = dataset.language.value_or("");
      if (dataset.citation) tell_term(Phrase::cite_as, html::written("bdi", "", language, *dataset.citation));
      if (dataset.licence) tell_term(Phrase::licence, html::written("bdi", "", "", *dataset.licence));
    }
    sink_("</dl>\n</section>\n");
  }

  void tell_term(Phrase term, std::string const& markup) {
    sink_("<div><dt>" + said(term) + "</dt><dd>" + markup + "</dd></div>\n");
  }

  void close_entries() {
    if (entries_open_) sink_("</ol>\n");
    entries_open_ = false;
  }

  void open_spans() {
    spans_open_ = true;
    std::string columns;
    for (auto const column : {Phrase::event, Phrase::duration, Phrase::as_planned, Phrase::difference})
      columns += "<th scope=\"col\">" + said(column) + "</th>";
    sink_("<section id=\"spans\" aria-labelledby=\"spans-heading\">\n<h2 id=\"spans-heading\">" +
          said(Phrase::spans) + "</h2>\n<table>\n<thead><tr>" + columns + "</tr></thead>\n<tbody>\n");
  }

  /// Its heading stands beside it too, where the screen is too narrow for columns.
  std::string cell(Phrase column, std::optional<DayCount> const& days,
                   std::string (*words)(DayCount const&, Language) = describe) const {
    return "<td data-label=\"" + said(column) + "\">" +
           (days ? escape_markup(words(*days, language_)) : "–") + "</td>";
  }

  std::string back_links(int footnote) const {
    auto const found = citing_.find(footnote);
    if (found == citing_.end()) return "";
    auto const& [entries, count] = found->second;
    std::string out = " <span class=\"back\">" + said(Phrase::cited_in_entry);
    for (int const number : entries) {
      auto const text = std::to_string(number);
      out += std::string(number == entries.front() ? " " : ", ") + "<a href=\"#" +
             html::mark_anchor(number, footnote) + "\" aria-label=\"" + said(Phrase::cited_in_entry) + " " +
             text + "\">" + text + "</a>";
    }
    if (count > entries.size()) {
      out += " " + said(Phrase::and_further) + " " +
             counted(static_cast<std::int64_t>(count - entries.size()), Counted::entries, language_);
    }
    return out + "</span>";
  }

  Sink sink_;
  Language language_ = Language::en;
  std::map<std::string, std::string> languages_;  ///< of the datasets' texts, by key
  std::map<int, Citing> citing_;                  ///< by footnote
  int entries_ = 0;
  bool entries_open_ = false;
  bool spans_open_ = false;
  bool footnotes_open_ = false;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_html(Sink sink) { return std::make_unique<Html>(std::move(sink)); }

}  // namespace annals::render
