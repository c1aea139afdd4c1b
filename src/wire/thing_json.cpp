#include "wire/thing_json.hpp"

#include <set>

#include "wire/quantity_json.hpp"
#include "wire/query_text.hpp"
#include "wire/thing_csv.hpp"

namespace annals::wire {
namespace {

void write_edge(JsonWriter& json, std::string_view name, Edge const& edge) {
  auto const moment = [](std::optional<Moment> const& m) {
    return m ? std::optional(iso_moment(*m)) : std::nullopt;
  };
  json.key(name).begin_object();
  json.member("earliest", moment(edge.earliest)).member("latest", moment(edge.latest));
  json.member("open", edge.open).end_object();
}

void begin(JsonWriter& json, ThingHead const& head) {
  json.begin_object().member("dataset", head.dataset).member("key", head.key);
}

void write_attributes(JsonWriter& json, ThingHead const& head) {
  json.key("attributes").raw(head.attributes ? std::string_view(*head.attributes) : "{}");
}

void end(JsonWriter& json, ThingHead const& head) {
  json.member("version", head.version).member("created_at", head.created_at);
  json.member("updated_at", head.updated_at).end_object();
}

/// visibility, attributes, note: the last columns of every CSV file, then what the service adds.
void end_with_columns(JsonWriter& json, ThingHead const& head) {
  json.member("visibility", word(head.visibility));
  write_attributes(json, head);
  json.member("note", head.note);
  end(json, head);
}

/// Names and values as an object: a list where a name comes several times.
void write_multimap(JsonWriter& json, std::vector<std::pair<std::string, std::string>> const& members) {
  json.begin_object();
  std::set<std::string_view> told;
  for (auto const& [name, first] : members) {
    if (!told.insert(name).second) continue;
    std::vector<std::string> values;
    for (auto const& [other, value] : members) {
      if (other == name) values.push_back(value);
    }
    json.key(name);
    values.size() == 1 ? json.value(first) : json.value(values);
  }
  json.end_object();
}

void write_external_ids(JsonWriter& json, std::vector<std::string> const& ids) {
  std::vector<std::pair<std::string, std::string>> members;
  for (auto const& id : ids) {
    auto const colon = id.find(':');
    members.emplace_back(id.substr(0, colon), id.substr(colon + 1));
  }
  write_multimap(json.key("external_ids"), members);
}

}  // namespace

void write(JsonWriter& json, DateExpression const& date) {
  json.begin_object().member("edtf", date.edtf());
  write_edge(json, "start", date.bounds().start);
  write_edge(json, "end", date.bounds().end);
  json.member("precision", word(date.precision()));
  json.member("approximate", date.approximate()).member("uncertain", date.uncertain());
  json.member("text", describe(date)).end_object();
}

void write(JsonWriter& json, Point point) {
  json.begin_array().value(point.longitude).value(point.latitude).end_array();
}

void write(JsonWriter& json, EventPlace const& place) {
  json.begin_object().member("key", place.link.key).member("name", place.link.name);
  write_member(json, "point", place.point);
  write_word(json, "precision", place.precision);
  json.member("country", place.country).end_object();
}

void write_key(JsonWriter& json, std::string_view name, std::optional<ThingLink> const& link) {
  json.member(name, link ? std::optional(link->key) : std::nullopt);
}

void write(JsonWriter& json, Dataset const& dataset) {
  json.begin_object().member("key", dataset.key).member("title", dataset.title);
  json.member("description", dataset.description).member("licence", dataset.licence);
  json.member("citation", dataset.citation).member("language", dataset.language);
  json.member("visibility", word(dataset.visibility)).member("version", dataset.version);
  json.member("created_at", dataset.created_at).member("updated_at", dataset.updated_at).end_object();
}

void write(JsonWriter& json, Event const& event) {
  begin(json, event.head);
  json.member("title", event.title).member("description", event.description);
  json.member("type", event.type).member("status", word(event.status));
  write_member(json, "date", event.date);
  write_member(json, "place", event.place);
  json.key("participants").begin_array();
  for (auto const& participant : event.participants) {
    json.begin_object().member("role", participant.role).member("actor", participant.actor.key);
    json.member("name", participant.actor.name).end_object();
  }
  json.end_array();
  write_member(json, "quantities", event.quantities);
  json.member("tags", event.tags);
  write_attributes(json, event.head);
  json.member("note", event.head.note).member("visibility", word(event.head.visibility));
  json.member("claim_count", event.claim_count).member("disputed", event.disputed);
  end(json, event.head);
}

void write(JsonWriter& json, Actor const& actor) {
  begin(json, actor.head);
  json.member("name", actor.name).member("kind", word(actor.kind)).member("country", actor.country);
  json.member("aliases", actor.aliases);
  write_external_ids(json, actor.external_ids);
  end_with_columns(json, actor.head);
}

void write(JsonWriter& json, ActorRelation const& relation) {
  begin(json, relation.head);
  json.member("actor", relation.actor.key).member("relation", word(relation.relation));
  json.member("other", reference_text(relation.other, relation.head.dataset));
  json.member("other_name", relation.other_name.empty() ? std::nullopt : std::optional(relation.other_name));
  write_member(json, "date", relation.date);
  json.member("note", relation.head.note).end_object();
}

void write(JsonWriter& json, Place const& place) {
  begin(json, place.head);
  json.member("name", place.name).member("kind", place.kind).member("country", place.country);
  write_key(json, "within", place.within);
  write_member(json, "point", place.point);
  write_word(json, "precision", place.precision);
  json.member("aliases", place.aliases);
  end_with_columns(json, place.head);
}

void write(JsonWriter& json, Source const& source) {
  begin(json, source.head);
  json.member("kind", word(source.kind)).member("title", source.title);
  json.member("title_translated", source.title_translated).member("publisher", source.publisher);
  json.member("author", source.author).member("url", source.url).member("archived_url", source.archived_url);
  write_member(json, "published", source.published);
  write_member(json, "accessed", source.accessed);
  json.member("language", source.language);
  write_word(json, "reliability", source.reliability);
  write_key(json, "republishes", source.republishes);
  end_with_columns(json, source.head);
}

void write(JsonWriter& json, Claim const& claim) {
  begin(json, claim.head);
  json.member("event", claim.event.key).member("source", claim.source.key);
  write_key(json, "claimant", claim.claimant);
  json.member("stance", word(claim.stance));
  write_member(json, "said", claim.said);
  write_member(json, "date", claim.date);
  write_key(json, "place", claim.place);
  write_word(json, "status", claim.status);
  write_member(json, "quantities", claim.quantities);
  json.member("gist", claim.gist).member("quote", claim.quote).member("language", claim.language);
  json.member("locator", claim.locator);
  write_key(json, "answers", claim.answers);
  json.member("credibility", claim.credibility);
  end_with_columns(json, claim.head);
}

void write(JsonWriter& json, SavedTimeline const& timeline) {
  begin(json, timeline.head);
  json.member("title", timeline.title).member("introduction", timeline.introduction);
  json.key("query");
  timeline.query ? write_multimap(json, parse_query(*timeline.query)) : static_cast<void>(json.null());
  json.member("pins", timeline.pins).member("excludes", timeline.excludes);
  json.key("notes").raw(timeline.notes.value_or("{}"));
  json.key("sections").raw(timeline.sections.value_or("[]"));
  json.member("language", timeline.language).member("visibility", word(timeline.head.visibility));
  end(json, timeline.head);
}

void write(JsonWriter& json, EventRelation const& relation) {
  json.begin_object().member("event", relation.event.key).member("relation", word(relation.relation));
  json.member("dataset", relation.other.dataset).member("other", relation.other.key);
  json.member("title", relation.other_title).member("note", relation.note).end_object();
}

}  // namespace annals::wire
