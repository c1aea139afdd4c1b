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
void write_end(CsvWriter& csv, ThingHead const& head) {
  csv.plain(word(head.visibility)).plain(head.attributes).text(head.note);
}

}  // namespace

std::string reference_text(Reference const& other, std::string const& own) {
  return other.dataset.empty() || other.dataset == own ? other.key : other.dataset + "/" + other.key;
}

void write_cells(CsvWriter& csv, Actor const& actor) {
  csv.plain(actor.head.key).text(actor.name).plain(word(actor.kind)).plain(actor.country);
  csv.text(csv::join_members(actor.aliases)).plain(csv::join_members(actor.external_ids));
  write_end(csv, actor.head);
}

void write_cells(CsvWriter& csv, ActorRelation const& relation) {
  csv.plain(relation.head.key).plain(relation.actor.key).plain(word(relation.relation));
  csv.plain(reference_text(relation.other, relation.head.dataset)).plain(edtf_of(relation.date));
  csv.text(relation.head.note);
}

void write_cells(CsvWriter& csv, Place const& place) {
  csv.plain(place.head.key)
      .text(place.name)
      .plain(place.kind)
      .plain(place.country)
      .plain(key_of(place.within));
  csv.plain(place.point ? decimal(place.point->latitude) : "");
  csv.plain(place.point ? decimal(place.point->longitude) : "");
  csv.plain(word_of(place.precision)).text(csv::join_members(place.aliases));
  write_end(csv, place.head);
}

void write_cells(CsvWriter& csv, Source const& source) {
  csv.plain(source.head.key).plain(word(source.kind)).text(source.title).text(source.title_translated);
  csv.text(source.publisher).text(source.author).plain(source.url).plain(source.archived_url);
  csv.plain(edtf_of(source.published)).plain(edtf_of(source.accessed)).plain(source.language);
  csv.plain(word_of(source.reliability)).plain(key_of(source.republishes));
  write_end(csv, source.head);
}

void write_cells(CsvWriter& csv, Event const& event) {
  std::vector<std::string> participants;
  for (auto const& one : event.participants) participants.push_back(one.role + ":" + one.actor.key);
  csv.plain(event.head.key).text(event.title).text(event.description).plain(event.type);
  csv.plain(word(event.status)).plain(edtf_of(event.date)).plain(event.place ? event.place->link.key : "");
  csv.plain(csv::join_members(participants)).plain(quantities_of(event.quantities));
  csv.text(csv::join_members(event.tags));
  write_end(csv, event.head);
}

void write_cells(CsvWriter& csv, Claim const& claim) {
  csv.plain(claim.head.key).plain(claim.event.key).plain(claim.source.key).plain(key_of(claim.claimant));
  csv.plain(word(claim.stance))
      .plain(edtf_of(claim.said))
      .plain(edtf_of(claim.date))
      .plain(key_of(claim.place));
  csv.plain(word_of(claim.status)).plain(quantities_of(claim.quantities)).text(claim.gist).text(claim.quote);
  csv.plain(claim.language).text(claim.locator).plain(key_of(claim.answers));
  csv.plain(claim.credibility ? std::to_string(*claim.credibility) : "");
  write_end(csv, claim.head);
}

void write_cells(CsvWriter& csv, EventRelation const& relation) {
  csv.plain(relation.event.key).plain(word(relation.relation)).plain(reference_text(relation.other, ""));
  csv.text(relation.note);
}

void write_cells(CsvWriter& csv, SavedTimeline const& timeline) {
  csv.plain(timeline.head.key).text(timeline.title).text(timeline.introduction).plain(timeline.query);
  csv.plain(csv::join_members(timeline.pins)).plain(csv::join_members(timeline.excludes));
  csv.plain(timeline.notes).plain(timeline.sections).plain(timeline.language);
  csv.plain(word(timeline.head.visibility));
}

}  // namespace annals::wire
