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
      line(escape(*head.introduction));
      line();
    }
    for (auto const& [name, value] : head.query) line("- " + escape(name) + ": " + escape(value));
    if (head.known_by) line("- " + say(Phrase::known_by) + " " + escape(*head.known_by));
    line("- " + say(as_of_phrase(head)) + " " + head.as_of);
    for (auto const& dataset : head.datasets) {
      if (dataset.citation) line("- " + say(Phrase::cite_as) + ": " + escape(*dataset.citation));
      if (dataset.licence) line("- " + say(Phrase::licence) + ": " + escape(*dataset.licence));
    }
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
    if (event.description) line("  " + escape(*event.description));
    for (auto const& dispute : entry.disputes) tell(dispute);
    for (auto const& field : entry.not_evidenced) line("  - " + say(Phrase::not_evidenced) + ": " + field);
    if (entry.witnesses.denials > 0) {
      line("  - " + say(Phrase::denied_by) + " " + count(entry.witnesses.denials, Counted::sources) + ", " +
           say(Phrase::reported_by) + " " + std::to_string(entry.witnesses.sources));
    }
    for (auto const& told : markdown::evidence_lines(entry, language_)) line("  - " + told);
    if (entry.note) line("  - " + escape(*entry.note));
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
    if (claims_without_publication_date == 0) return;
    line();
    line(count(claims_without_publication_date, Counted::claims) + " " + say(Phrase::left_out) + ".");
  }

 private:
  struct ValueText {
    Language language;
    std::string operator()(DateExpression const& date) const { return describe(date, language); }
    std::string operator()(ThingLink const& place) const { return escape(place.name); }
    std::string operator()(EventStatus status) const { return std::string(describe(status, language)); }
    std::string operator()(Quantity const& quantity) const { return print_quantity(quantity); }
  };

  [[nodiscard]] std::string say(Phrase what) const { return std::string(phrase(what, language_)); }
  [[nodiscard]] std::string count(int number, Counted what) const { return counted(number, what, language_); }

  void heading(Phrase what) {
    line();
    line("## " + say(what));
    line();
  }

  void tell(Dispute const& dispute) {
    std::string text = "  - " + say(Phrase::sources_differ) + " " + escape(dispute.field) + ":";
    for (auto const& value : dispute.values) {
      text += (&value == &dispute.values.front() ? " " : "; ") +
              std::visit(ValueText{language_}, value.value) + " (" +
              count(static_cast<int>(value.claims.size()), Counted::claims) + ")";
    }
    line(text);
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
