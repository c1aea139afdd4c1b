#include "service/decide_pair.hpp"

#include <algorithm>
#include <array>

#include "db/duplicate_store.hpp"
#include "db/relation_store.hpp"
#include "db/thing_list.hpp"
#include "service/write_relation.hpp"
#include "wire/body_reader.hpp"
#include "wire/json_writer.hpp"

namespace annals::service {
namespace {

DecidedPair read_pair(wire::BodyReader& fields) {
  DecidedPair pair{fields.word<PairKind>("kind").value_or(PairKind::event), fields.required_reference("a"),
                   fields.required_reference("b"), fields.required_word<PairDecision>("decision"),
                   fields.long_text("note")};
  if (!fields.ok()) return pair;
  for (auto const& [field, reference] : {std::pair("a", &pair.a), std::pair("b", &pair.b)}) {
    if (reference->dataset.empty()) fields.fault(field, Problem::invalid_value, "must be dataset/key");
  }
  if (pair.a == pair.b) fields.fault("b", Problem::invalid_value, "is the same thing as a");
  if (pair.decision == PairDecision::same && pair.kind == PairKind::actor)
    fields.fault("decision", Problem::invalid_value,
                 "of actors is a relation same_as, with a key of its own");
  if (pair.decision == PairDecision::same && pair.kind == PairKind::place)
    fields.fault("decision", Problem::invalid_value,
                 "of places can be different alone: none is linked to another");
  return pair;
}

ThingId find_thing_of(db::Transaction& transaction, wire::BodyReader& fields, PairKind kind,
                      Reference const& reference, char const* field) {
  auto const thing_kind = from_word<ThingKind>(word(kind)).value();
  auto const id = db::find_thing(transaction, thing_kind, reference.dataset, reference.key);
  if (!id) fields.fault(field, Problem::unknown_reference, "names what is not there");
  return id.value_or(ThingId{});
}

bool are_linked(db::Transaction& transaction, ThingId a, ThingId b) {
  auto const same = db::read_neighbours(transaction, {a}, {EventRelationKind::same_as});
  auto const [from, to] = same.equal_range(a);
  return std::any_of(from, to, [&](auto const& neighbour) { return neighbour.second == b; });
}

void link_pair(db::Transaction& transaction, DecidedPair const& pair, db::Author const& author) {
  std::string body;
  wire::JsonWriter(body).begin_object().member("note", pair.note).end_object();
  static_cast<void>(write_relation(transaction, {pair.a.dataset, pair.a.key, "same_as", pair.b},
                                   wire::JsonBody::parse(body), author));
}

/// Whichever of the two it starts from.
void unlink_pair(db::Transaction& transaction, DecidedPair const& pair, ThingId a, ThingId b,
                 db::Author const& author) {
  auto const ends = [&](ThingId from, Reference const& start, Reference const& end) {
    auto const relations = db::read_relations(transaction, {from});
    auto const of_event = relations.find(from);
    if (of_event == relations.end()) return;
    for (auto const& [relation, other] : of_event->second) {
      if (relation.relation == EventRelationKind::same_as && relation.other == end)
        delete_relation(transaction, {start.dataset, start.key, "same_as", end}, author);
    }
  };
  ends(a, pair.a, pair.b);
  ends(b, pair.b, pair.a);
}

}  // namespace

DecidedPair decide_pair(db::Transaction& transaction, wire::JsonBody const& body, db::Author const& author) {
  constexpr std::array<std::string_view, 5> members{"kind", "a", "b", "decision", "note"};
  wire::BodyReader fields("", "", body, members);
  auto pair = read_pair(fields);
  fields.refuse();
  auto const a = find_thing_of(transaction, fields, pair.kind, pair.a, "a");
  auto const b = find_thing_of(transaction, fields, pair.kind, pair.b, "b");
  fields.refuse();
  bool const linked = pair.kind == PairKind::event && are_linked(transaction, a, b);
  if (pair.decision == PairDecision::same) {
    db::join_pair(transaction, word(pair.kind), a, b);
    if (!linked) link_pair(transaction, pair, author);
  } else {
    if (linked) unlink_pair(transaction, pair, a, b, author);
    db::part_pair(transaction, word(pair.kind), a, b, pair.note, author.key_id);
  }
  return pair;
}

}  // namespace annals::service
