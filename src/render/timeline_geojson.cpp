#include "domain/citation.hpp"
#include "render/entry_text.hpp"
#include "render/json_stream.hpp"
#include "render/timeline_exports.hpp"
#include "wire/thing_json.hpp"

namespace annals::render {
namespace {

class TimelineGeojson : public TimelineRenderer {
 public:
  explicit TimelineGeojson(Sink sink) : json_(std::move(sink)) {}

  void begin(TimelineHead const& head) override {
    language_ = head.language;
    json_->begin_object().member("type", "FeatureCollection").member("title", head.title);
    json_->member("filter", filter_text(head)).member("known_by", head.known_by);
    json_->member("as_of", head.as_of);
    write_datasets(*json_, head.datasets);
    json_->key("features").begin_array();
  }

  void entry(TimelineEntry const& entry) override {
    auto const& event = entry.event;
    json_->begin_object().member("type", "Feature");
    json_->member("id", event.head.dataset + "/" + event.head.key).key("geometry");
    if (event.place && event.place->point) {
      json_->begin_object().member("type", "Point").key("coordinates");
      wire::write(*json_, *event.place->point);
      json_->end_object();
    } else {
      json_->null();
    }
    json_->key("properties").begin_object();
    tell_properties(entry);
    json_->end_object().end_object();
    json_.send();
  }

  void span(TimelineSpan const&) override {}

  void begin_footnotes() override { json_->end_array().key("sources").begin_array(); }

  void footnote(Footnote const& footnote) override {
    auto const& source = footnote.source;
    json_->begin_object().member("n", footnote.number).member("dataset", source.head.dataset);
    json_->member("key", source.head.key).member("citation", citation(source, language_));
    json_->member("url", source.url).end_object();
    json_.send();
  }

  void end(int claims_without_publication_date) override {
    json_->end_array().member("claims_without_publication_date", claims_without_publication_date);
    json_->end_object();
    json_.send();
  }

 private:
  void tell_properties(TimelineEntry const& entry) {
    auto const& event = entry.event;
    json_->member("dataset", event.head.dataset).member("key", event.head.key).member("title", event.title);
    json_->member("description", event.description).member("type", event.type);
    json_->member("status", word(event.status)).key("date");
    tell_date(event.date);
    auto const& place = event.place;
    json_->member("place", place ? std::optional(place->link.name) : std::nullopt);
    wire::write_word(*json_, "precision", place ? place->precision : std::nullopt);
    json_->member("tags", event.tags).member("disputed", event.disputed);
    json_->member("not_evidenced", entry.not_evidenced).member("note", entry.note);
    json_->member("independent_sources", entry.witnesses.sources);
    json_->member("independent_denials", entry.witnesses.denials);
    write_sources(*json_, entry);
  }

  void tell_date(std::optional<DateExpression> const& date) {
    if (!date) {
      json_->null();
      return;
    }
    auto const day = [](std::optional<Moment> const& moment) {
      return moment ? std::optional(iso_moment(*moment)) : std::nullopt;
    };
    json_->begin_object().member("edtf", date->edtf()).member("text", describe(*date, language_));
    json_->member("earliest", day(date->bounds().start.earliest));
    json_->member("latest", day(date->bounds().end.latest)).end_object();
  }

  JsonStream json_;
  Language language_ = Language::en;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_geojson(Sink sink) {
  return std::make_unique<TimelineGeojson>(std::move(sink));
}

}  // namespace annals::render
