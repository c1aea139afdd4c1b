#include "service/write_relation.hpp"

#include <array>

#include "db/relation_store.hpp"
#include "domain/drafts.hpp"
#include "wire/body_reader.hpp"

namespace annals::service {
namespace {

std::int64_t event_of(db::Change& change, std::string const& key) {
  auto const standing = change.standing(ThingKind::event, key);
  if (!standing || !standing->held) not_found();
  return standing->id;
}

/// With the title of the other event, where it is there.
EventRelation as_seen(db::Transaction& transaction, ThingId event, EventRelation const& written) {
  auto const seen = db::read_relations(transaction, {event});
  auto const of_event = seen.find(event);
  if (of_event == seen.end()) return written;
  for (auto const& [relation, other] : of_event->second) {
    if (relation.relation == written.relation && relation.other == written.other) return relation;
  }
  return written;
}

}  // namespace

WrittenRelation write_relation(db::Transaction& transaction, RelationTarget const& target,
                               wire::JsonBody const& body, db::Author const& author) {
  constexpr std::array<std::string_view, 5> members{"event", "relation", "other", "title", "note"};
  db::Change change(transaction, target.dataset, author);
  auto const event = event_of(change, target.event);
  wire::BodyReader fields(target.dataset, target.event, body, members);
  fields.set("event", target.event);
  fields.set("relation", target.relation);
  fields.set("dataset", target.other.dataset);
  fields.set("other", target.other.dataset + "/" + target.other.key, target.other.key);
  auto const relation = draft_event_relation(fields);
  fields.refuse();
  if (relation.other.dataset == target.dataset) {
    auto const other = change.standing(ThingKind::event, relation.other.key);
    if (!other || !other->held) {
      throw Error(Problem::unknown_reference, "the other event is not there",
                  {{"/other", Problem::unknown_reference, "the dataset has no such event", {}, {}, ""}});
    }
  }
  bool const is_new = change.relate(event, relation) == db::Change::Effect::created;
  return {as_seen(transaction, {change.dataset_id(), event}, relation), is_new};
}

void delete_relation(db::Transaction& transaction, RelationTarget const& target, db::Author const& author) {
  db::Change change(transaction, target.dataset, author);
  auto const kind = from_word<EventRelationKind>(target.relation);
  if (!kind) not_found();
  EventRelation relation;
  relation.relation = *kind;
  relation.other = target.other;
  if (change.unrelate(event_of(change, target.event), relation) == db::Change::Effect::none) not_found();
}

}  // namespace annals::service
