#include "render/timeline_json.hpp"

#include <map>

#include "domain/citation.hpp"
#include "render/plan_json.hpp"
#include "wire/quantity_json.hpp"
#include "wire/thing_json.hpp"

namespace annals::render {
namespace {

using wire::JsonWriter;
using wire::write;
using wire::write_member;

void write_place_link(JsonWriter& json, ThingLink const& place) {
  json.begin_object().member("key", place.key).member("name", place.name).end_object();
}

void write_claim(JsonWriter& json, Claim const& claim) {
  json.begin_object().member("key", claim.head.key).member("source", claim.source.key);
  wire::write_key(json, "claimant", claim.claimant);
  json.member("stance", word(claim.stance));
  write_member(json, "said", claim.said);
  json.key("asserted").begin_object();
  if (claim.date) write_member(json, "date", *claim.date);
  if (claim.place) {
    json.key("place");
    write_place_link(json, *claim.place);
  }
  if (claim.status) json.member("status", word(*claim.status));
  if (!claim.quantities.empty()) write_member(json, "quantities", claim.quantities);
  json.end_object();
  json.member("gist", claim.gist).member("quote", claim.quote).member("language", claim.language);
  json.member("locator", claim.locator);
  wire::write_key(json, "answers", claim.answers);
  json.member("credibility", claim.credibility).end_object();
}

void write_dispute(JsonWriter& json, Dispute const& dispute) {
  struct Value {
    JsonWriter& json;
    void operator()(DateExpression const& date) const { write(json, date); }
    void operator()(ThingLink const& place) const { write_place_link(json, place); }
    void operator()(EventStatus status) const { json.value(word(status)); }
    void operator()(Quantity const& quantity) const { wire::write(json, quantity); }
  };
  json.begin_object().member("field", dispute.field).key("values").begin_array();
  for (auto const& value : dispute.values) {
    json.begin_object().key("value");
    std::visit(Value{json}, value.value);
    json.member("claims", value.claims).end_object();
  }
  json.end_array().end_object();
}

void write_relation(JsonWriter& json, EventRelation const& relation) {
  json.begin_object().member("relation", word(relation.relation));
  json.member("dataset", relation.other.dataset).member("event", relation.other.key).end_object();
}

/// An object of the parameters; one that is repeated (`actor`) is a list.
void write_query(JsonWriter& json, std::vector<std::pair<std::string, std::string>> const& query) {
  std::map<std::string, std::vector<std::string>> values;
  for (auto const& [name, value] : query) values[name].push_back(value);
  json.key("query").begin_object();
  for (auto const& [name, all] : values) {
    json.key(name);
    all.size() == 1 ? json.value(all.front()) : json.value(all);
  }
  json.end_object();
}

/// One object, in which the parts are lists; or each part a line of its own that says what it is.
class Json : public TimelineRenderer {
 public:
  enum class Layout { object, lines };
  Json(Sink sink, Layout layout) : layout_(layout), sink_(std::move(sink)), json_(buffer_) {}

  void begin(TimelineHead const& head) override {
    language_ = head.language;
    begin_part("timeline").member("title", head.title).member("introduction", head.introduction);
    json_.member("language", tag(head.language));
    write_query(json_, head.query);
    json_.member("known_by", head.known_by).member("as_of", head.as_of);
    json_.key("datasets").begin_array();
    for (auto const& dataset : head.datasets) {
      json_.begin_object().member("key", dataset.key).member("title", dataset.title);
      json_.member("licence", dataset.licence).member("citation", dataset.citation).end_object();
    }
    json_.end_array();
    if (layout_ == Layout::lines)
      end_part();
    else
      json_.key("entries").begin_array();
  }

  void section(std::string const& title) override { section_ = title; }

  void entry(TimelineEntry const& entry) override {
    ++entries_;
    begin_part("entry").key("event");
    write(json_, entry.event);
    json_.member("certainly_after_previous", entry.certainly_after_previous);
    json_.key("footnotes").begin_array();
    for (int const number : entry.footnotes) json_.value(number);
    json_.end_array().member("note", entry.note).member("section", section_);
    json_.member("independent_sources", entry.witnesses.sources);
    json_.member("independent_denials", entry.witnesses.denials);
    json_.member("not_evidenced", entry.not_evidenced);
    json_.key("claims").begin_array();
    for (auto const& one : entry.claims) write_claim(json_, one.claim);
    json_.end_array().key("disputes").begin_array();
    for (auto const& dispute : entry.disputes) write_dispute(json_, dispute);
    json_.end_array();
    write_plans(json_, entry.plans, entry.event.status);
    json_.key("relations").begin_array();
    for (auto const& relation : entry.relations) write_relation(json_, relation);
    json_.end_array().key("incoming_relations").begin_array();
    for (auto const& incoming : entry.incoming) write_relation(json_, incoming.relation);
    json_.end_array();
    if (!entry.merged.empty()) {
      json_.key("merged").begin_array();
      for (auto const& other : entry.merged)
        json_.begin_object().member("dataset", other.dataset).member("event", other.key).end_object();
      json_.end_array();
    }
    end_part();
  }

  void begin_spans() override { begin_list("spans"); }

  void span(TimelineSpan const& told) override {
    auto const& span = told.span;
    begin_part("span").member("dataset", told.dataset).member("event", told.event);
    json_.member("start", span.start).member("end", span.end).member("planned_end", span.planned_end);
    write_days(json_, "days", span.days);
    write_days(json_, "planned_days", span.planned_days);
    write_days(json_, "difference_days", span.difference_days);
    write_plans(json_, told.plans);
    end_part();
  }

  void begin_footnotes() override { begin_list("sources"); }

  void footnote(Footnote const& footnote) override {
    auto const& source = footnote.source;
    ++sources_;
    begin_part("source").member("n", footnote.number).member("dataset", source.head.dataset);
    json_.member("key", source.head.key).member("citation", citation(source, language_));
    json_.member("url", source.url).member("archived_url", source.archived_url);
    wire::write_word(json_, "reliability", source.reliability);
    wire::write_key(json_, "republishes", source.republishes);
    json_.key("republished_by").begin_array();
    for (int const number : footnote.copies.numbers) json_.value(number);
    json_.end_array();
    end_part();
  }

  /// The last line says how many there were, so that a file that was cut is known by it.
  void end(int claims_without_publication_date) override {
    if (layout_ == Layout::lines)
      begin_part("end").member("entries", entries_).member("sources", sources_);
    else
      json_.end_array();
    json_.member("claims_without_publication_date", claims_without_publication_date);
    end_part();
  }

 private:
  JsonWriter& begin_part(std::string_view kind) {
    json_.begin_object();
    if (layout_ == Layout::lines) json_.member("part", kind);
    return json_;
  }

  void end_part() {
    json_.end_object();
    if (layout_ == Layout::lines) json_.end_line();
    send();
  }

  void begin_list(std::string_view name) {
    if (layout_ == Layout::object) json_.end_array().key(name).begin_array();
  }

  void send() {
    sink_(buffer_);
    buffer_.clear();
  }

  Layout const layout_;
  std::optional<std::string> section_;
  int entries_ = 0;
  int sources_ = 0;
  Sink sink_;
  std::string buffer_;
  JsonWriter json_;
  Language language_ = Language::en;
};

}  // namespace

std::unique_ptr<TimelineRenderer> timeline_json(Sink sink) {
  return std::make_unique<Json>(std::move(sink), Json::Layout::object);
}

std::unique_ptr<TimelineRenderer> timeline_ndjson(Sink sink) {
  return std::make_unique<Json>(std::move(sink), Json::Layout::lines);
}

}  // namespace annals::render
