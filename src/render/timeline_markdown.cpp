#include "render/timeline_markdown.hpp"

#include <algorithm>

#include "domain/citation.hpp"

namespace annals::render {
namespace {

/// CommonMark 2.4: any ASCII punctuation may stand behind a backslash. A line break would end the element,
/// and a text must not begin a list ("- a", "2020. A year", 5.2) or a heading of its own.
std::string escape(std::string_view text) {
  constexpr std::string_view active = "\\`*_[]<>#|~&!", active_first = "-+=", active_behind_number = ".)";
  auto const number = std::min(text.find_first_not_of("0123456789"), text.size());
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    bool const begins =
        i == number && (i == 0 ? active_first : active_behind_number).find(c) != std::string_view::npos;
    if (begins || active.find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string value_text(DisputedValue const& disputed) {
  struct Text {
    std::string operator()(DateExpression const& date) const { return describe(date); }
    std::string operator()(ThingLink const& place) const { return escape(place.name); }
    std::string operator()(EventStatus status) const { return std::string(word(status)); }
    std::string operator()(Quantity const& quantity) const { return print_quantity(quantity); }
  };
  return std::visit(Text{}, disputed.value);
}

std::string days_text(DayCount const& days) {
  auto const side = [](std::optional<std::int64_t> n) { return n ? std::to_string(*n) : std::string("?"); };
  if (days.min == days.max) return days.min ? side(days.min) + " days" : "an unknown number of days";
  return side(days.min) + " to " + side(days.max) + " days";
}

class Markdown : public TimelineRenderer {
 public:
  explicit Markdown(Sink sink) : sink_(std::move(sink)) {}

  void begin(TimelineHead const& head) override {
    line("# " + escape(head.title));
    line();
    for (auto const& [name, value] : head.query) line("- " + escape(name) + ": " + escape(value));
    if (head.known_by) line("- As the published sources stood at the end of " + escape(*head.known_by));
    line("- As the database stood at " + head.as_of);
    for (auto const& dataset : head.datasets) {
      if (dataset.citation) line("- Cite as: " + escape(*dataset.citation));
      if (dataset.licence) line("- Licence: " + escape(*dataset.licence));
    }
    line();
  }

  void entry(TimelineEntry const& entry) override {
    auto const& event = entry.event;
    auto text =
        "**" + (event.date ? describe(*event.date) : std::string("Undated")) + "** " + escape(event.title);
    if (event.status != EventStatus::occurred) text += " *(" + std::string(word(event.status)) + ")*";
    if (event.place) text += " — " + escape(event.place->link.name);
    for (int const number : entry.footnotes) text += " [" + std::to_string(number) + "]";
    line("- " + text);
    if (event.description) line("  " + escape(*event.description));
    for (auto const& dispute : entry.disputes) tell(dispute);
    for (auto const& field : entry.not_evidenced) line("  - Not evidenced by a known source: " + field);
    if (entry.witnesses.denials > 0) {
      line("  - Denied by " + count(entry.witnesses.denials, "independent source") + ", reported by " +
           std::to_string(entry.witnesses.sources));
    }
    if (entry.note) line("  - " + escape(*entry.note));
  }

  void span(TimelineSpan const& span) override {
    if (!had_span_) {
      line();
      line("## Spans");
      line();
    }
    had_span_ = true;
    auto text = "- " + escape(span.title) + ": " + days_text(span.span.days);
    if (span.span.planned_days) text += ", planned " + days_text(*span.span.planned_days);
    line(text);
  }

  void begin_footnotes() override {
    line();
    line("## Sources");
    line();
  }

  void footnote(Footnote const& footnote) override {
    auto text = std::to_string(footnote.number) + ". " + escape(citation(footnote.source));
    if (footnote.source.url) text += " <" + *footnote.source.url + ">";
    if (footnote.source.reliability) text += " (" + std::string(word(*footnote.source.reliability)) + ")";
    line(text);
  }

  void end(int claims_without_publication_date) override {
    if (claims_without_publication_date == 0) return;
    line();
    line(count(claims_without_publication_date, "claim") +
         " left out: the source has no date of publication.");
  }

 private:
  static std::string count(int number, std::string const& thing) {
    return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
  }

  void tell(Dispute const& dispute) {
    std::string text = "  - Sources differ on " + escape(dispute.field) + ":";
    for (auto const& value : dispute.values) {
      text += (&value == &dispute.values.front() ? " " : "; ") + value_text(value) + " (" +
              count(static_cast<int>(value.claims.size()), "claim") + ")";
    }
    line(text);
  }

  void line(std::string const& text = "") {
    sink_(text);
    sink_("\n");
  }

  Sink sink_;
  bool had_span_ = false;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_markdown(Sink sink) {
  return std::make_unique<Markdown>(std::move(sink));
}

}  // namespace annals::render
