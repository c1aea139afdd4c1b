#include <algorithm>

#include "render/date_forms.hpp"
#include "render/entry_text.hpp"
#include "render/timeline_exports.hpp"

namespace annals::render {
namespace {

constexpr std::size_t line_bytes_max = 75;

/// A TEXT value (RFC 5545 section 3.3.11).
std::string calendar_text(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out;
}

/// "20240417" of "2024-04-17", "20261126T101500Z" of an instant of any fineness.
std::string basic_form(std::string_view iso) {
  std::string out;
  for (char const c : iso.substr(0, iso.find('.'))) {
    if (c != '-' && c != ':') out += c;
  }
  return iso.find('.') == std::string_view::npos ? out : out + 'Z';
}

/// Its years are 1 to 9999 (RFC 5545 section 3.3.4), also that of the day behind.
bool fits_calendar(DayExtent const& extent) {
  return !is_before_common_era(extent.first) && iso_day(extent.last + date::days(1)).size() == 10;
}

std::string_view calendar_status(Event const& event) {
  switch (event.status) {
    case EventStatus::cancelled:
    case EventStatus::refuted:
      return "CANCELLED";
    case EventStatus::planned:
    case EventStatus::unconfirmed:
      return "TENTATIVE";
    default:
      return event.disputed.empty() && !event.date->uncertain() ? "CONFIRMED" : "TENTATIVE";
  }
}

class Ics : public TimelineRenderer {
 public:
  explicit Ics(Sink sink) : sink_(std::move(sink)) {}

  void begin(TimelineHead const& head) override {
    language_ = head.language;
    as_of_ = basic_form(head.as_of);
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Annals//Timeline//EN");
    line("CALSCALE", "GREGORIAN");
    for (auto const* name : {"NAME", "X-WR-CALNAME"}) text(name, head.title);
    for (auto const* name : {"DESCRIPTION", "X-WR-CALDESC"}) text(name, provenance_text(head));
    line("LAST-MODIFIED", as_of_);
    send();
  }

  void entry(TimelineEntry const& entry) override {
    auto const& date = entry.event.date;
    auto const extent = date ? day_extent(*date) : std::nullopt;
    if (extent && fits_calendar(*extent))
      tell_event(entry, *extent);
    else
      tell_journal(entry);
    send();
  }

  void span(TimelineSpan const&) override {}
  void footnote(Footnote const&) override {}

  void end(int claims_without_publication_date) override {
    if (auto const left_out = left_out_text(claims_without_publication_date, language_); !left_out.empty()) {
      line("BEGIN", "VJOURNAL");
      line("UID", "tag:annals,2026:left-out");
      line("DTSTAMP", as_of_);
      text("SUMMARY", left_out);
      line("END", "VJOURNAL");
    }
    line("END", "VCALENDAR");
    send();
  }

 private:
  void tell_event(TimelineEntry const& entry, DayExtent const& extent) {
    auto const& event = entry.event;
    line("BEGIN", "VEVENT");
    tell_head(event.head);
    tell_time(*event.date, extent);
    text("SUMMARY", event.title);
    tell_details(entry, is_vague(*event.date));
    line("STATUS", calendar_status(event));
    line("TRANSP", "TRANSPARENT");
    if (event.place) {
      text("LOCATION", event.place->link.name);
      if (auto const& point = event.place->point)
        line("GEO", std::to_string(point->latitude) + ";" + std::to_string(point->longitude));
    }
    line("END", "VEVENT");
  }

  /// What has no first or last day, or none that a calendar knows.
  void tell_journal(TimelineEntry const& entry) {
    line("BEGIN", "VJOURNAL");
    tell_head(entry.event.head);
    text("SUMMARY", entry.event.title);
    tell_details(entry, true);
    line("END", "VJOURNAL");
  }

  void tell_head(ThingHead const& head) {
    line("UID", thing_uri("event", head.dataset, head.key));
    line("DTSTAMP", basic_form(head.updated_at));
    line("CREATED", basic_form(head.created_at));
    line("LAST-MODIFIED", basic_form(head.updated_at));
    line("SEQUENCE", std::to_string(std::max(head.version - 1, 0)));
  }

  /// An end is the first moment behind (RFC 5545 section 3.6.1).
  void tell_time(DateExpression const& date, DayExtent const& extent) {
    if (auto const instant = exact_instant(date)) {
      auto const unit = date.bounds().start.earliest->clock->unit;
      line("DTSTART", basic_form(utc_text(*instant)));
      if (unit > 1) line("DTEND", basic_form(utc_text(*instant + unit)));
      return;
    }
    line("DTSTART;VALUE=DATE", basic_form(iso_day(extent.first)));
    line("DTEND;VALUE=DATE", basic_form(iso_day(extent.last + date::days(1))));
  }

  void tell_details(TimelineEntry const& entry, bool tell_date) {
    std::string all;
    auto const add = [&](std::string const& paragraph) { (all += all.empty() ? "" : "\n") += paragraph; };
    auto const& date = entry.event.date;
    if (tell_date) {
      bool const say_vague = date && is_vague(*date);
      add((say_vague ? std::string(phrase(Phrase::vague_date, language_)) + ": " : std::string()) +
          date_line(date, language_));
    }
    for (auto const& remark : remarks_on(entry, language_)) add(remark);
    std::string sources;
    for (auto const& [key, title] : sources_of(entry)) (sources += sources.empty() ? "" : "; ") += title;
    if (!sources.empty()) add(std::string(phrase(Phrase::sources, language_)) + ": " + sources);
    if (!all.empty()) text("DESCRIPTION", all);

    auto categories = entry.event.type;
    for (auto const& tag : entry.event.tags) categories += "," + calendar_text(tag);
    line("CATEGORIES", categories);
  }

  void text(std::string_view name, std::string_view value) { line(name, calendar_text(value)); }

  /// A content line of at most 75 octets, folded between characters (RFC 5545 section 3.1).
  void line(std::string_view name, std::string_view value) {
    auto const whole = std::string(name) + ":" + std::string(value);
    std::string_view rest = whole;
    for (auto room = line_bytes_max; rest.size() > room; room = line_bytes_max - 1) {
      auto cut = room;
      while ((static_cast<unsigned char>(rest[cut]) & 0xC0) == 0x80) --cut;
      (buffer_ += rest.substr(0, cut)) += "\r\n ";
      rest.remove_prefix(cut);
    }
    (buffer_ += rest) += "\r\n";
  }

  void send() {
    sink_(buffer_);
    buffer_.clear();
  }

  Sink sink_;
  std::string buffer_;
  std::string as_of_;
  Language language_ = Language::en;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_ics(Sink sink) { return std::make_unique<Ics>(std::move(sink)); }

}  // namespace annals::render
