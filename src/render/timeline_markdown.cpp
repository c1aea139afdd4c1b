#include "render/timeline_markdown.hpp"

#include <algorithm>

#include "render/entry_text.hpp"
#include "render/markdown_evidence.hpp"
#include "render/markdown_text.hpp"

namespace annals::render {
namespace {

using markdown::escape;

/// Whether another entry leads here: relations are told at both ends.
bool is_led_to(TimelineEntry const& entry) {
  return std::any_of(entry.related_here.begin(), entry.related_here.end(), [](bool here) { return here; }) ||
         std::any_of(entry.incoming.begin(), entry.incoming.end(),
                     [](auto const& one) { return one.is_here; });
}

class Markdown : public TimelineRenderer {
 public:
  explicit Markdown(Sink sink) : sink_(std::move(sink)) {}

  void begin(TimelineHead const& head) override {
    language_ = head.language;
    line("# " + escape(head.title));
    line();
    if (head.introduction) {
      line(markdown::curated(*head.introduction, 2));
      line();
    }
    for (auto const& [label, value] : provenance(head)) line("- " + label + ": " + escape(value));
    line();
  }

  void section(std::string const& title) override {
    line();
    line("## " + escape(title));
    line();
  }

  void entry(TimelineEntry const& entry) override {
    auto const& event = entry.event;
    std::string anchors;
    if (is_led_to(entry)) {
      anchors = markdown::anchor({event.head.dataset, event.head.key});
      for (auto const& other : entry.merged) anchors += markdown::anchor(other);
    }
    auto text = "**" + (event.date ? describe(*event.date, language_) : say(Phrase::undated)) + "** " +
                escape(event.title) + anchors;
    if (event.status != EventStatus::occurred)
      text += " *(" + std::string(describe(event.status, language_)) + ")*";
    if (event.place) text += " — " + escape(event.place->link.name);
    for (int const number : entry.footnotes) text += " [" + std::to_string(number) + "]";
    line("- " + text);
    if (event.description) line("  - " + escape(*event.description));
    for (auto const& told : markdown::evidence_lines(entry, language_)) line("  - " + told);
    if (entry.note) line("  - " + markdown::curated(*entry.note, 3, "    "));
  }

  void span(TimelineSpan const& span) override {
    if (!had_span_) heading(Phrase::spans);
    had_span_ = true;
    auto text = "- " + escape(span.title) + ": " + describe(span.span.days, language_);
    if (span.span.planned_days)
      text += ", " + say(Phrase::planned) + " " + describe(*span.span.planned_days, language_);
    line(text);
    for (auto const& told : markdown::planned_end_lines(span, language_)) line("  - " + told);
  }

  void begin_footnotes() override { heading(Phrase::sources); }

  void footnote(Footnote const& footnote) override {
    line(std::to_string(footnote.number) + ". " + markdown::source(footnote, language_));
  }

  void end(int claims_without_publication_date) override {
    line();
    if (claims_without_publication_date > 0)
      line(left_out_text(claims_without_publication_date, language_) + ".\n");
    line(say(Phrase::text_leaves_out));
  }

 private:
  [[nodiscard]] std::string say(Phrase what) const { return std::string(phrase(what, language_)); }

  void heading(Phrase what) {
    line();
    line("## " + say(what));
    line();
  }

  void line(std::string const& text = "") {
    sink_(text);
    sink_("\n");
  }

  Sink sink_;
  Language language_ = Language::en;
  bool had_span_ = false;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_markdown(Sink sink) {
  return std::make_unique<Markdown>(std::move(sink));
}

}  // namespace annals::render
