#include "http/handlers/duplicate_answers.hpp"

#include "wire/thing_json.hpp"

namespace annals::http {
namespace {

void write_members(wire::JsonWriter& json, Event const& event) {
  json.member("dataset", event.head.dataset).member("key", event.head.key).member("title", event.title);
  json.member("type", event.type);
  wire::write_member(json, "date", event.date);
  wire::write_member(json, "place", event.place);
}

double of_permille(int permille) { return permille / 1000.0; }

void write_given(wire::JsonWriter& json, char const* name, auto const& value) {
  if (value) json.member(name, *value);
}

void write_reason(wire::JsonWriter& json, DuplicateReason const& reason) {
  json.begin_object().member("reason", word(reason.kind)).member("weight", reason.weight);
  write_given(json, "days", reason.days);
  write_given(json, "km", reason.km);
  write_given(json, "apart", reason.deaths);
  write_given(json, "share", reason.share);
  if (reason.kind == DuplicateReason::Kind::actors) {
    json.key("actors").begin_array();
    for (auto const& [a, b] : reason.actors) json.begin_object().member("a", a).member("b", b).end_object();
    json.end_array();
  }
  if (reason.kind == DuplicateReason::Kind::words) json.member("words", reason.words);
  json.end_object();
}

void write_members(wire::JsonWriter& json, DuplicateScore const& score) {
  json.member("score", of_permille(score.permille));
  json.member("likely", score.permille >= likely_permille);
  json.key("reasons").begin_array();
  for (auto const& reason : score.reasons) write_reason(json, reason);
  json.end_array();
}

void write_reason(wire::JsonWriter& json, SimilarReason const& reason, SimilarThings const& two) {
  json.begin_object().member("reason", word(reason.kind));
  if (reason.likeness)
    json.member("likeness", *reason.likeness).member("own", two.own_name).member("other", two.name);
  write_given(json, "same", reason.same);
  write_given(json, "km", reason.km);
  json.end_object();
}

std::string text_of(Reference const& reference) { return reference.dataset + '/' + reference.key; }

}  // namespace

void write_pair(wire::JsonWriter& json, Event const& a, Event const& b, DuplicateScore const& score) {
  json.begin_object();
  for (auto const& [name, event] : {std::pair("a", &a), std::pair("b", &b)}) {
    json.key(name).begin_object();
    write_members(json, *event);
    json.end_object();
  }
  write_members(json, score);
  json.end_object();
}

void write_similar(wire::JsonWriter& json, Event const& event, DuplicateScore const& score) {
  json.begin_object();
  write_members(json, event);
  write_members(json, score);
  json.end_object();
}

void write_similar(wire::JsonWriter& json, service::SimilarProposal const& proposal) {
  auto const& thing = proposal.thing;
  json.begin_object().member("dataset", thing.dataset).member("key", thing.key).member("name", thing.name);
  json.member("score", of_permille(proposal.score.permille));
  json.key("reasons").begin_array();
  for (auto const& reason : proposal.score.reasons) write_reason(json, reason, thing.two);
  json.end_array().end_object();
}

void write_decision(wire::JsonWriter& json, service::DecidedPair const& pair) {
  json.begin_object().member("kind", word(pair.kind)).member("a", text_of(pair.a));
  json.member("b", text_of(pair.b))
      .member("decision", word(pair.decision))
      .member("note", pair.note)
      .end_object();
}

}  // namespace annals::http
