#include "render/date_forms.hpp"
#include "render/entry_text.hpp"
#include "render/json_stream.hpp"
#include "render/timeline_exports.hpp"

namespace annals::render {
namespace {

/// What TimelineJS takes as a date, "2024", "2024-04" or "2024-04-17".
using SlideDate = std::string;

SlideDate slide_date(Edge const& edge, Moment const& otherwise) {
  auto const iso = iso_of(edge);
  return iso ? *iso : iso_day(otherwise.day);
}

/// Its years before the first are counted from 1 BCE as -1: ISO's 0000 is -1.
void write_slide_date(wire::JsonWriter& json, std::string_view name, SlideDate const& iso,
                      ClockTime const* clock = nullptr) {
  constexpr std::size_t width_of_year = 4;
  auto const behind_year = width_of_year + (iso.starts_with('-') ? 1 : 0);
  int const year = std::stoi(iso.substr(0, behind_year));
  json.key(name).begin_object().member("year", year > 0 ? year : year - 1);
  if (iso.size() > behind_year) json.member("month", std::stoi(iso.substr(behind_year + 1, 2)));
  if (iso.size() > behind_year + 3) json.member("day", std::stoi(iso.substr(behind_year + 4, 2)));
  if (clock != nullptr) {
    constexpr int minute = 60, hour = 3600;
    json.member("hour", clock->seconds / hour);
    if (clock->unit < hour) json.member("minute", clock->seconds / minute % minute);
    if (clock->unit < minute) json.member("second", clock->seconds % minute);
  }
  json.end_object();
}

class Timelinejs : public TimelineRenderer {
 public:
  explicit Timelinejs(Sink sink) : json_(std::move(sink)), left_out_json_(left_out_) {}

  void begin(TimelineHead const& head) override {
    language_ = head.language;
    json_->begin_object().key("title").begin_object();
    write_text(head.title, html_text(provenance_text(head)));
    json_->member("unique_id", "title").member("autolink", false).end_object();
    json_->member("scale", "human").key("events").begin_array();
    left_out_json_.begin_array();
  }

  void entry(TimelineEntry const& entry) override {
    auto const& event = entry.event;
    auto const bounds = event.date ? event.date->bounds() : Bounds{};
    if (auto const& first = bounds.start.earliest ? bounds.start.earliest : bounds.end.latest)
      write_slide(entry, bounds, *first);
    else
      leave_out(event);
    json_.send();
  }

  void begin_spans() override { json_->end_array().key("eras").begin_array(); }

  void span(TimelineSpan const& told) override {
    if (!told.span.first || !told.span.last) return;
    json_->begin_object();
    write_slide_date(*json_, "start_date", iso_day(*told.span.first));
    write_slide_date(*json_, "end_date", iso_day(*told.span.last));
    write_text(told.title, html_text(describe(told.span.days, language_)));
    json_->end_object();
  }

  void footnote(Footnote const&) override {}

  void end(int claims_without_publication_date) override {
    left_out_json_.end_array();
    json_->end_array().key("left_out").raw(left_out_);
    json_->member("claims_without_publication_date", claims_without_publication_date).end_object();
    json_.send();
  }

 private:
  void write_slide(TimelineEntry const& entry, Bounds const& bounds, Moment const& first) {
    auto const& event = entry.event;
    bool const is_single = event.date->kind() == DateKind::single;
    auto const start = slide_date(bounds.start.earliest ? bounds.start : bounds.end, first);
    json_->begin_object();
    write_slide_date(*json_, "start_date", start, is_single && first.clock ? &*first.clock : nullptr);
    if (bounds.end.latest && !(is_single && iso_of(bounds.start))) {
      auto const end = slide_date(bounds.end, *bounds.end.latest);
      // Its reader drops an end that is the start.
      if (end != start) write_slide_date(*json_, "end_date", end);
    }
    json_->member("display_date", html_text(describe(*event.date, language_)));
    write_text(event.title, body_of(entry));
    // Without a group: each has a row of its own there, and those of a dozen types leave no room for the
    // slides.
    json_->member("autolink", false);
    json_->member("unique_id", event.head.dataset + "/" + event.head.key).end_object();
  }

  /// Its reader takes text for HTML, and runs it.
  void write_text(std::string const& headline, std::string const& html) {
    json_->key("text").begin_object().member("headline", html_text(headline));
    json_->member("text", html).end_object();
  }

  [[nodiscard]] std::string body_of(TimelineEntry const& entry) const {
    std::string html;
    auto const add = [&](std::string const& paragraph) { html += "<p>" + html_text(paragraph) + "</p>"; };
    if (entry.event.place) add(entry.event.place->link.name);
    for (auto const& remark : remarks_on(entry, language_)) add(remark);
    std::string sources;
    for (auto const& [key, title] : sources_of(entry)) (sources += sources.empty() ? "" : "; ") += title;
    if (!sources.empty()) add(std::string(phrase(Phrase::sources, language_)) + ": " + sources);
    return html;
  }

  void leave_out(Event const& event) {
    left_out_json_.begin_object().member("unique_id", event.head.dataset + "/" + event.head.key);
    left_out_json_.member("headline", html_text(event.title));
    left_out_json_.member("display_date", html_text(date_line(event.date, language_))).end_object();
  }

  JsonStream json_;
  std::string left_out_;
  wire::JsonWriter left_out_json_;
  Language language_ = Language::en;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_timelinejs(Sink sink) {
  return std::make_unique<Timelinejs>(std::move(sink));
}

}  // namespace annals::render
