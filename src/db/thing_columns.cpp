#include "db/thing_columns.hpp"

#include "base/text.hpp"
#include "db/quantity_column.hpp"
#include "domain/date_columns.hpp"

namespace annals::db {
namespace {

using Text = std::optional<std::string>;

Text edtf_of(std::optional<DateExpression> const& date) {
  return date ? std::optional(date->edtf()) : std::nullopt;
}

std::optional<int> day_number(std::optional<Day> const& day) {
  return day ? std::optional(static_cast<int>(day->time_since_epoch().count())) : std::nullopt;
}

Text key_of(std::optional<ThingLink> const& link) { return link ? std::optional(link->key) : std::nullopt; }

template <class Word>
Text word_of(std::optional<Word> const& value) {
  return value ? std::optional(std::string(word(*value))) : std::nullopt;
}

/// Folded, for full text search.
std::string search_text(Text const& first, Text const& second) {
  return fold(first.value_or("")) + " " + fold(second.value_or(""));
}

/// key, visibility, attributes, note.
void add_head(Params& columns, ThingHead const& head) {
  columns.push_back({"key", head.key});
  columns.push_back({"visibility", word(head.visibility)});
  columns.push_back({"attributes", head.attributes});
  columns.push_back({"note", head.note});
}

void add_names(Params& columns, std::string const& name, std::vector<std::string> const& more) {
  std::vector<std::string> names{name};
  names.insert(names.end(), more.begin(), more.end());
  std::vector<std::string> folded;
  for (auto const& each : names) folded.push_back(fold(each));
  columns.push_back({"names", names});
  columns.push_back({"folded", folded});
}

}  // namespace

Params columns_of(Actor const& actor) {
  Params columns{{"name", actor.name},
                 {"kind", word(actor.kind)},
                 {"country", actor.country},
                 {"aliases", actor.aliases},
                 {"external_ids", actor.external_ids}};
  add_head(columns, actor.head);
  add_names(columns, actor.name, actor.aliases);
  return columns;
}

Params columns_of(Place const& place) {
  Text location;
  if (place.point)
    location = "(" + to_sql(place.point->longitude) + "," + to_sql(place.point->latitude) + ")";
  Params columns{{"name", place.name},       {"kind", place.kind},
                 {"country", place.country}, {"within_key", key_of(place.within)},
                 {"location", location},     {"precision", word_of(place.precision)},
                 {"aliases", place.aliases}};
  add_head(columns, place.head);
  add_names(columns, place.name, place.aliases);
  return columns;
}

Params columns_of(Source const& source) {
  Params columns{
      {"kind", word(source.kind)},
      {"title", source.title},
      {"title_translated", source.title_translated},
      {"publisher", source.publisher},
      {"author", source.author},
      {"url", source.url},
      {"archived_url", source.archived_url},
      {"published", edtf_of(source.published)},
      {"accessed", edtf_of(source.accessed)},
      {"published_from", day_number(published_from(source))},
      {"public_by", day_number(public_by(source))},
      {"language", source.language},
      {"reliability", word_of(source.reliability)},
      {"republishes_key", key_of(source.republishes)},
      {"publisher_folded", source.publisher ? std::optional(fold(*source.publisher)) : std::nullopt}};
  add_head(columns, source.head);
  std::vector<std::string> more;
  if (source.title_translated) more.push_back(*source.title_translated);
  add_names(columns, source.title, more);
  return columns;
}

Params columns_of(Event const& event) {
  auto const date = columns_of(event.date);
  std::vector<std::string> roles, actors;
  for (auto const& participant : event.participants) {
    roles.push_back(participant.role);
    actors.push_back(participant.actor.key);
  }
  Params columns{{"title", event.title},
                 {"description", event.description},
                 {"type", event.type},
                 {"status", word(event.status)},
                 {"date", date.edtf},
                 {"start_earliest", date.start_earliest},
                 {"start_latest", date.start_latest},
                 {"end_earliest", date.end_earliest},
                 {"end_latest", date.end_latest},
                 {"certain_start", date.certain_start},
                 {"certain_end", date.certain_end},
                 {"certain_start_open", date.certain_start_open},
                 {"certain_end_open", date.certain_end_open},
                 {"date_members", date.members.empty() ? std::nullopt : std::optional(to_sql(date.members))},
                 {"sort_day", date.sort_day},
                 {"sort_last", date.sort_last},
                 {"sort_instant", date.sort_instant},
                 {"place_key", event.place ? std::optional(event.place->link.key) : std::nullopt},
                 {"roles", roles},
                 {"actors", actors},
                 {"quantities", to_jsonb(event.quantities)},
                 {"tags", event.tags},
                 {"search_text", search_text(event.title, event.description)}};
  add_head(columns, event.head);
  return columns;
}

Params columns_of(Claim const& claim) {
  auto const days = columns_of(claim.date);
  Params columns{{"event_key", claim.event.key},
                 {"source_key", claim.source.key},
                 {"claimant_key", key_of(claim.claimant)},
                 {"stance", word(claim.stance)},
                 {"said", edtf_of(claim.said)},
                 {"date", edtf_of(claim.date)},
                 {"first_day", days.start_earliest},
                 {"last_day", days.end_latest},
                 {"place_key", key_of(claim.place)},
                 {"status", word_of(claim.status)},
                 {"quantities", to_jsonb(claim.quantities)},
                 {"gist", claim.gist},
                 {"quote", claim.quote},
                 {"language", claim.language},
                 {"locator", claim.locator},
                 {"answers_key", key_of(claim.answers)},
                 {"credibility", claim.credibility},
                 {"search_text", search_text(claim.gist, claim.quote)}};
  add_head(columns, claim.head);
  return columns;
}

Params columns_of(ActorRelation const& relation) {
  auto const days = columns_of(relation.date);
  return {{"key", relation.head.key},
          {"actor_key", relation.actor.key},
          {"relation", word(relation.relation)},
          {"other_dataset", relation.other.dataset},
          {"other_key", relation.other.key},
          {"date", edtf_of(relation.date)},
          {"first_day", days.start_earliest},
          {"last_day", days.end_latest},
          {"visibility", word(relation.head.visibility)},
          {"note", relation.head.note}};
}

Params columns_of(EventRelation const& relation) {
  return {{"event_key", relation.event.key},
          {"relation", word(relation.relation)},
          {"other_dataset", relation.other.dataset},
          {"other_key", relation.other.key},
          {"note", relation.note}};
}

Params columns_of(SavedTimeline const& timeline) {
  return {{"key", timeline.head.key},
          {"title", timeline.title},
          {"introduction", timeline.introduction},
          {"query", timeline.query},
          {"pins", timeline.pins},
          {"excludes", timeline.excludes},
          {"notes", timeline.notes},
          {"sections", timeline.sections},
          {"language", timeline.language},
          {"visibility", word(timeline.head.visibility)}};
}

}  // namespace annals::db
