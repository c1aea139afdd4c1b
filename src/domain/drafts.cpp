#include "domain/drafts.hpp"

#include "domain/country_outline.hpp"

namespace annals {
namespace {

constexpr double outline_tolerance_degrees = 1;

ThingLink link_to(std::string key) { return {{}, std::move(key), ""}; }

std::optional<ThingLink> link_to(std::optional<std::string> key) {
  return key ? std::optional(link_to(std::move(*key))) : std::nullopt;
}

Visibility visibility_of(FieldReader& fields) {
  return fields.word<Visibility>("visibility").value_or(Visibility::public_);
}

/// key, visibility, attributes, note: the columns that every file has.
ThingHead draft_head(FieldReader& fields) {
  ThingHead head;
  head.dataset = fields.dataset();
  head.key = fields.required_key("key");
  head.visibility = visibility_of(fields);
  head.attributes = fields.attributes();
  head.note = fields.long_text("note");
  return head;
}

}  // namespace

Actor draft_actor(FieldReader& fields) {
  Actor actor;
  actor.head = draft_head(fields);
  actor.name = fields.required_title("name");
  actor.kind = fields.required_word<ActorKind>("kind");
  actor.country = fields.country("country");
  actor.aliases = fields.list("aliases");
  actor.external_ids = fields.external_ids("external_ids");
  return actor;
}

Place draft_place(FieldReader& fields) {
  Place place;
  place.head = draft_head(fields);
  place.name = fields.required_title("name");
  place.kind = fields.open_word("kind");
  place.country = fields.country("country");
  place.within = link_to(fields.key("within"));
  place.point = fields.point();
  place.precision = fields.word<PlacePrecision>("precision");
  place.aliases = fields.list("aliases");
  if (place.point && place.country &&
      lies_in_country(*place.point, *place.country, outline_tolerance_degrees) == false) {
    fields.warn(fields.point_field(), Problem::point_outside_country,
                "lies outside " + *place.country + "; are latitude and longitude swapped?");
  }
  return place;
}

Source draft_source(FieldReader& fields) {
  Source source;
  source.head = draft_head(fields);
  source.kind = fields.required_word<SourceKind>("kind");
  source.title = fields.required_title("title");
  source.title_translated = fields.title("title_translated");
  source.publisher = fields.title("publisher");
  source.author = fields.title("author");
  source.url = fields.url("url");
  source.archived_url = fields.url("archived_url");
  source.published = fields.date("published");
  source.accessed = fields.date("accessed");
  source.language = fields.language("language");
  source.reliability = fields.word<Reliability>("reliability");
  source.republishes = link_to(fields.key("republishes"));
  return source;
}

Event draft_event(FieldReader& fields) {
  Event event;
  event.head = draft_head(fields);
  event.title = fields.required_title("title");
  event.description = fields.long_text("description");
  event.type = fields.event_type("type");
  event.status = fields.required_word<EventStatus>("status");
  event.date = fields.date("date");
  if (auto place = fields.key("place")) event.place = EventPlace{link_to(std::move(*place)), {}, {}, {}};
  event.participants = fields.participants("participants");
  event.quantities = fields.quantities("quantities");
  event.tags = fields.list("tags");
  return event;
}

Claim draft_claim(FieldReader& fields) {
  Claim claim;
  claim.head = draft_head(fields);
  claim.event = link_to(fields.required_key("event"));
  claim.source = link_to(fields.required_key("source"));
  claim.claimant = link_to(fields.key("claimant"));
  claim.stance = fields.required_word<Stance>("stance");
  claim.said = fields.date("said");
  claim.date = fields.date("date");
  claim.place = link_to(fields.key("place"));
  claim.status = fields.word<EventStatus>("status");
  claim.quantities = fields.quantities("quantities");
  claim.gist = fields.long_text("gist");
  claim.quote = fields.long_text("quote");
  claim.language = fields.language("language");
  claim.locator = fields.title("locator");
  claim.answers = link_to(fields.key("answers"));
  claim.credibility = fields.credibility("credibility");
  return claim;
}

ActorRelation draft_actor_relation(FieldReader& fields) {
  ActorRelation relation;
  relation.head.dataset = fields.dataset();
  relation.head.key = fields.required_key("key");
  relation.head.note = fields.long_text("note");
  relation.actor = link_to(fields.required_key("actor"));
  relation.relation = fields.required_word<ActorRelationKind>("relation");
  relation.other = fields.required_reference("other");
  relation.date = fields.date("date");
  return relation;
}

EventRelation draft_event_relation(FieldReader& fields) {
  EventRelation relation;
  relation.event = link_to(fields.required_key("event"));
  relation.relation = fields.required_word<EventRelationKind>("relation");
  relation.other = fields.required_reference("other");
  relation.note = fields.long_text("note");
  if (fields.ok() && relation.other == Reference{fields.dataset(), relation.event.key})
    fields.fault("other", Problem::cycle, "is the event itself");
  return relation;
}

SavedTimeline draft_timeline(FieldReader& fields) {
  SavedTimeline timeline;
  timeline.head.dataset = fields.dataset();
  timeline.head.key = fields.required_key("key");
  timeline.head.visibility = visibility_of(fields);
  timeline.title = fields.required_title("title");
  timeline.introduction = fields.long_text("introduction");
  timeline.query = fields.query("query");
  timeline.pins = fields.references("pins");
  timeline.excludes = fields.references("excludes");
  timeline.notes = fields.notes("notes");
  timeline.sections = fields.sections("sections");
  timeline.language = fields.language("language");
  return timeline;
}

}  // namespace annals
