#pragma once

#include "domain/actor.hpp"
#include "domain/claim.hpp"
#include "domain/dataset.hpp"
#include "domain/event.hpp"
#include "domain/evidence.hpp"
#include "domain/place.hpp"
#include "domain/saved_timeline.hpp"
#include "domain/source.hpp"
#include "wire/json_writer.hpp"

namespace annals::wire {

// The one JSON form of each thing (contract sections 2 and 3), in lists, alone and in timelines.

void write(JsonWriter& json, DateExpression const& date);
void write(JsonWriter& json, Point point);  ///< [longitude, latitude], WGS 84
void write(JsonWriter& json, EventPlace const& place);

void write(JsonWriter& json, Dataset const& dataset);
void write(JsonWriter& json, Event const& event);
void write(JsonWriter& json, Actor const& actor);
void write(JsonWriter& json, ActorRelation const& relation);
void write(JsonWriter& json, Place const& place);
void write(JsonWriter& json, Source const& source);
void write(JsonWriter& json, Claim const& claim);
void write(JsonWriter& json, EventRelation const& relation);
void write(JsonWriter& json, SavedTimeline const& timeline);

/// `null` for nothing.
template <class Value>
void write(JsonWriter& json, std::optional<Value> const& given) {
  if (given)
    write(json, *given);
  else
    json.null();
}
template <class Value>
void write_member(JsonWriter& json, std::string_view name, Value const& value) {
  json.key(name);
  write(json, value);
}

/// A closed vocabulary's word, or null.
template <class Word>
void write_word(JsonWriter& json, std::string_view name, std::optional<Word> const& value) {
  json.member(name, value ? std::optional(word(*value)) : std::nullopt);
}
/// The key of what a thing points to, or null.
void write_key(JsonWriter& json, std::string_view name, std::optional<ThingLink> const& link);

}  // namespace annals::wire
