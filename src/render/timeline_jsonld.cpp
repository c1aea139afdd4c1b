#include "domain/citation.hpp"
#include "render/date_forms.hpp"
#include "render/entry_text.hpp"
#include "render/json_stream.hpp"
#include "render/timeline_exports.hpp"

namespace annals::render {
namespace {

constexpr std::string_view list_uri = "tag:annals,2026:timeline";

std::string dataset_uri(std::string const& key) { return "tag:annals,2026:dataset/" + key; }

void write_link(wire::JsonWriter& json, std::string const& uri) {
  json.begin_object().member("@id", uri).end_object();
}

/// A text that schema.org takes, or no member: JSON-LD has no use for null.
void write_given(wire::JsonWriter& json, std::string_view name, std::optional<std::string> const& text) {
  if (text) json.member(name, *text);
}

/// Years of four digits alone, as schema.org takes them from ISO 8601.
std::optional<std::string> schema_date(Edge const& edge) {
  auto iso = iso_of(edge);
  return iso && !is_before_common_era(edge.earliest->day) ? iso : std::nullopt;
}

class Jsonld : public TimelineRenderer {
 public:
  explicit Jsonld(Sink sink) : json_(std::move(sink)) {}

  void begin(TimelineHead const& head) override {
    language_ = head.language;
    json_->begin_object().member("@context", "https://schema.org").key("@graph").begin_array();
    for (auto const& dataset : head.datasets) write_dataset(dataset);
    json_->begin_object().member("@id", list_uri).member("@type", "ItemList");
    json_->member("name", head.title).member("description", provenance_text(head));
    json_->key("itemListElement").begin_array();
  }

  void entry(TimelineEntry const& entry) override {
    json_->begin_object().member("@type", "ListItem").member("position", ++position_).key("item");
    write_event(entry);
    json_->end_object();
    json_.send();
  }

  void begin_spans() override { json_->end_array().end_object(); }
  void span(TimelineSpan const&) override {}

  void footnote(Footnote const& footnote) override {
    auto const& source = footnote.source;
    json_->begin_object().member("@id", thing_uri("source", source.head.dataset, source.head.key));
    json_->member("@type", "CreativeWork").member("name", source.title);
    write_given(*json_, "alternateName", source.title_translated);
    write_given(*json_, "creditText", citation(source, language_));
    write_given(*json_, "inLanguage", source.language);
    write_given(*json_, "url", source.url);
    write_given(*json_, "archivedAt", source.archived_url);
    if (source.published) write_given(*json_, "datePublished", schema_date(source.published->bounds().start));
    if (source.publisher) {
      json_->key("publisher").begin_object().member("@type", "Organization");
      json_->member("name", *source.publisher).end_object();
    }
    if (source.republishes) {
      json_->key("isBasedOn");
      write_link(*json_, thing_uri("source", source.head.dataset, source.republishes->key));
    }
    json_->end_object();
    json_.send();
  }

  void end(int claims_without_publication_date) override {
    if (claims_without_publication_date > 0) {
      json_->begin_object().member("@id", list_uri);
      json_->member("disambiguatingDescription", left_out_text(claims_without_publication_date, language_));
      json_->end_object();
    }
    json_->end_array().end_object();
    json_.send();
  }

 private:
  void write_dataset(Dataset const& dataset) {
    json_->begin_object().member("@id", dataset_uri(dataset.key));
    json_->member("@type", "Dataset").member("name", dataset.title);
    write_given(*json_, "description", dataset.description);
    write_given(*json_, "license", dataset.licence);
    write_given(*json_, "creditText", dataset.citation);
    json_->end_object();
  }

  void write_event(TimelineEntry const& entry) {
    auto const& event = entry.event;
    json_->begin_object().member("@id", thing_uri("event", event.head.dataset, event.head.key));
    json_->member("@type", "Event").member("name", event.title);
    write_given(*json_, "description", event.description);
    if (event.date) write_dates(*event.date);
    if (event.status == EventStatus::planned)
      json_->member("eventStatus", "https://schema.org/EventScheduled");
    if (event.status == EventStatus::cancelled)
      json_->member("eventStatus", "https://schema.org/EventCancelled");
    if (!event.tags.empty()) json_->member("keywords", event.tags);
    if (event.place) write_place(*event.place);
    write_participants(event);
    write_record(entry);
    json_->end_object();
  }

  /// Only what is a day, a month or a year that nobody doubts; temporalCoverage has all of it.
  void write_dates(DateExpression const& date) {
    if (date.kind() == DateKind::set || date.approximate() || date.uncertain()) return;
    if (auto const instant = exact_instant(date)) {
      if (!is_before_common_era(date.bounds().start.earliest->day))
        json_->member("startDate", utc_text(*instant));
      return;
    }
    write_given(*json_, "startDate", schema_date(date.bounds().start));
    if (date.kind() == DateKind::interval) write_given(*json_, "endDate", schema_date(date.bounds().end));
  }

  void write_place(EventPlace const& place) {
    json_->key("location").begin_object().member("@type", "Place").member("name", place.link.name);
    if (place.country) {
      json_->key("address").begin_object().member("@type", "PostalAddress");
      json_->member("addressCountry", *place.country).end_object();
    }
    if (place.point) {
      json_->key("geo").begin_object().member("@type", "GeoCoordinates");
      json_->member("latitude", place.point->latitude).member("longitude", place.point->longitude);
      json_->end_object();
    }
    json_->end_object();
  }

  void write_participants(Event const& event) {
    if (event.participants.empty()) return;
    json_->key("contributor").begin_array();
    for (auto const& one : event.participants) {
      json_->begin_object().member("@type", "Role").member("roleName", one.role).key("contributor");
      json_->begin_object().member("@id", thing_uri("actor", event.head.dataset, one.actor.key));
      json_->member("name", one.actor.name).end_object().end_object();
    }
    json_->end_array();
  }

  /// What the dataset says of the event: schema.org has EDTF and citations for works, not for events.
  void write_record(TimelineEntry const& entry) {
    auto const& event = entry.event;
    auto const& head = event.head;
    json_->key("subjectOf").begin_object().member("@type", "CreativeWork");
    json_->member("additionalType", event.type).member("creativeWorkStatus", word(event.status));
    json_->member("version", head.version).member("dateModified", head.updated_at);
    json_->key("isPartOf");
    write_link(*json_, dataset_uri(head.dataset));
    if (event.date) json_->member("temporalCoverage", event.date->edtf());
    auto const remarks = remarks_on(entry, language_);
    if (!remarks.empty()) json_->member("abstract", remarks);
    json_->key("citation").begin_array();
    for (auto const& [key, title] : sources_of(entry)) write_link(*json_, source_uri(head, key));
    json_->end_array().end_object();
  }

  /// A source of a folded event stands as dataset/key.
  static std::string source_uri(ThingHead const& head, std::string const& key) {
    auto const reference = parse_reference(key);
    return reference && !reference->dataset.empty() ? thing_uri("source", reference->dataset, reference->key)
                                                    : thing_uri("source", head.dataset, key);
  }

  JsonStream json_;
  Language language_ = Language::en;
  int position_ = 0;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_jsonld(Sink sink) {
  return std::make_unique<Jsonld>(std::move(sink));
}

}  // namespace annals::render
