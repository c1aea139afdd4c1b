#include "wire/thing_csv.hpp"

#include "csv/cell.hpp"
#include "wire/json_writer.hpp"

namespace annals::wire {
namespace {

std::string edtf_of(std::optional<DateExpression> const& date) { return date ? date->edtf() : ""; }
std::string key_of(std::optional<ThingLink> const& link) { return link ? link->key : ""; }

template <class Word>
std::string_view word_of(std::optional<Word> const& value) {
  return value ? word(*value) : std::string_view();
}

std::string decimal(double number) {
  std::string text;
  JsonWriter(text).value(number);
  return text;
}

std::string quantities_of(Quantities const& quantities) {
  std::vector<std::string> members;
  for (auto const& [name, quantity] : quantities) members.push_back(name + "=" + print_quantity(quantity));
  return csv::join_members(members);
}

/// visibility, attributes, note: the last columns of every file.
void write_end(RowWriter& row, ThingHead const& head) {
  row.plain(word(head.visibility)).plain(head.attributes).text(head.note);
}

}  // namespace

std::string reference_text(Reference const& other, std::string const& own) {
  return other.dataset.empty() || other.dataset == own ? other.key : other.dataset + "/" + other.key;
}

void write_cells(RowWriter& row, Actor const& actor) {
  row.plain(actor.head.key).text(actor.name).plain(word(actor.kind)).plain(actor.country);
  row.text(csv::join_members(actor.aliases)).plain(csv::join_members(actor.external_ids));
  write_end(row, actor.head);
}

void write_cells(RowWriter& row, ActorRelation const& relation) {
  row.plain(relation.head.key).plain(relation.actor.key).plain(word(relation.relation));
  row.plain(reference_text(relation.other, relation.head.dataset)).plain(edtf_of(relation.date));
  row.text(relation.head.note);
}

void write_cells(RowWriter& row, Place const& place) {
  row.plain(place.head.key)
      .text(place.name)
      .plain(place.kind)
      .plain(place.country)
      .plain(key_of(place.within));
  row.number(place.point ? decimal(place.point->latitude) : "");
  row.number(place.point ? decimal(place.point->longitude) : "");
  row.plain(word_of(place.precision)).text(csv::join_members(place.aliases));
  write_end(row, place.head);
}

void write_cells(RowWriter& row, Source const& source) {
  row.plain(source.head.key).plain(word(source.kind)).text(source.title).text(source.title_translated);
  row.text(source.publisher).text(source.author).plain(source.url).plain(source.archived_url);
  row.plain(edtf_of(source.published)).plain(edtf_of(source.accessed)).plain(source.language);
  row.plain(word_of(source.reliability)).plain(key_of(source.republishes));
  write_end(row, source.head);
}

void write_cells(RowWriter& row, Event const& event) {
  std::vector<std::string> participants;
  for (auto const& one : event.participants) participants.push_back(one.role + ":" + one.actor.key);
  row.plain(event.head.key).text(event.title).text(event.description).plain(event.type);
  row.plain(word(event.status)).plain(edtf_of(event.date)).plain(event.place ? event.place->link.key : "");
  row.plain(csv::join_members(participants)).plain(quantities_of(event.quantities));
  row.text(csv::join_members(event.tags));
  write_end(row, event.head);
}

void write_cells(RowWriter& row, Claim const& claim) {
  row.plain(claim.head.key).plain(claim.event.key).plain(claim.source.key).plain(key_of(claim.claimant));
  row.plain(word(claim.stance))
      .plain(edtf_of(claim.said))
      .plain(edtf_of(claim.date))
      .plain(key_of(claim.place));
  row.plain(word_of(claim.status)).plain(quantities_of(claim.quantities)).text(claim.gist).text(claim.quote);
  row.plain(claim.language).text(claim.locator).plain(key_of(claim.answers));
  row.number(claim.credibility ? std::to_string(*claim.credibility) : "");
  write_end(row, claim.head);
}

void write_cells(RowWriter& row, EventRelation const& relation) {
  row.plain(relation.event.key).plain(word(relation.relation)).plain(reference_text(relation.other, ""));
  row.text(relation.note);
}

void write_cells(RowWriter& row, SavedTimeline const& timeline) {
  row.plain(timeline.head.key).text(timeline.title).text(timeline.introduction).plain(timeline.query);
  row.plain(csv::join_members(timeline.pins)).plain(csv::join_members(timeline.excludes));
  row.plain(timeline.notes).plain(timeline.sections).plain(timeline.language);
  row.plain(word(timeline.head.visibility));
}

}  // namespace annals::wire
