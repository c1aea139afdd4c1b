#include "render/date_forms.hpp"
#include "render/entry_text.hpp"
#include "render/timeline_exports.hpp"
#include "render/xml_writer.hpp"
#include "wire/json_writer.hpp"

namespace annals::render {
namespace {

std::string coordinates_text(Point point) {
  std::string text;
  wire::JsonWriter(text).value(point.longitude);
  text += ',';
  wire::JsonWriter(text).value(point.latitude);
  return text;
}

class Kml : public TimelineRenderer {
 public:
  explicit Kml(Sink sink) : xml_(std::move(sink)) {}

  void begin(TimelineHead const& head) override {
    language_ = head.language;
    xml_.begin("kml", {{"xmlns", "http://www.opengis.net/kml/2.2"}});
    xml_.begin("Document");
    xml_.element("name", head.title);
    xml_.element("description", provenance_text(head));
    xml_.send();
  }

  void entry(TimelineEntry const& entry) override {
    auto const& event = entry.event;
    xml_.begin("Placemark");
    xml_.element("name", event.title);
    tell_description(entry);
    if (event.date) tell_time(*event.date);
    xml_.begin("ExtendedData");
    tell_data(entry);
    xml_.end();
    if (event.place && event.place->point) {
      xml_.begin("Point");
      xml_.element("coordinates", coordinates_text(*event.place->point));
      xml_.end();
    }
    xml_.end();
    xml_.send();
  }

  void span(TimelineSpan const&) override {}
  void footnote(Footnote const&) override {}

  void end(int claims_without_publication_date) override {
    if (claims_without_publication_date > 0)
      xml_.comment(left_out_text(claims_without_publication_date, language_));
    xml_.end();
    xml_.end();
    xml_.send();
  }

 private:
  /// Readers show a description as HTML, whatever it is: what stands in it is escaped twice.
  void tell_description(TimelineEntry const& entry) {
    auto text = html_text(date_line(entry.event.date, language_));
    if (entry.event.place) text += " — " + html_text(entry.event.place->link.name);
    for (auto const& remark : remarks_on(entry, language_)) text += "<br/>" + html_text(remark);
    xml_.element("description", text);
  }

  /// The versions of XML Schema do not agree on which year -0044 is: earlier ones stand as EDTF alone.
  void tell_time(DateExpression const& date) {
    auto const& [start, end] = date.bounds();
    auto const is_known = [](std::optional<Moment> const& moment) {
      return moment && !is_before_common_era(moment->day);
    };
    auto const when = iso_of(start);
    if (date.kind() == DateKind::single && when && is_known(start.earliest)) {
      auto const instant = exact_instant(date);
      xml_.begin("TimeStamp");
      xml_.element("when", instant ? utc_text(*instant) : *when);
      xml_.end();
    } else if (is_known(start.earliest) || is_known(end.latest)) {
      xml_.begin("TimeSpan");
      if (is_known(start.earliest)) xml_.element("begin", iso_day(start.earliest->day));
      if (is_known(end.latest)) xml_.element("end", iso_day(end.latest->day));
      xml_.end();
    }
  }

  void tell_data(TimelineEntry const& entry) {
    auto const& event = entry.event;
    auto const add = [&](std::string_view name, std::string_view value) {
      if (value.empty()) return;
      xml_.begin("Data", {{"name", std::string(name)}});
      xml_.element("value", value);
      xml_.end();
    };
    add("dataset", event.head.dataset);
    add("key", event.head.key);
    add("edtf", event.date ? event.date->edtf() : "");
    add("date", event.date ? describe(*event.date, language_) : "");
    add("type", event.type);
    add("status", word(event.status));
    add("place", event.place ? event.place->link.name : "");
    for (auto const& field : event.disputed) add("disputed", field);
    for (auto const& [key, title] : sources_of(entry)) add("source", title + " (" + key + ")");
  }

  XmlWriter xml_;
  Language language_ = Language::en;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_kml(Sink sink) { return std::make_unique<Kml>(std::move(sink)); }

}  // namespace annals::render
