#include "http/handlers/relations.hpp"

#include <algorithm>

#include "db/actor_store.hpp"
#include "db/relation_store.hpp"
#include "http/handlers/thing_answers.hpp"

namespace annals::http {
namespace {

std::vector<EventRelation> relations_of(Call const& call) {
  auto const event = find_thing(call, ThingKind::event);
  std::vector<EventRelation> relations;
  auto found = db::read_relations(call.transaction(), {event});
  for (auto& seen : found[event]) relations.push_back(std::move(seen.relation));
  return relations;
}

/// Few enough to be told at once (200 of one thing): the list has one page.
template <class Relation>
Response answer_all(Call& call, std::vector<Relation> const& relations) {
  Paging const paging(call);
  accept_no_more(call);
  return paging.answer(array_members(relations), nullptr,
                       [&] { return static_cast<std::int64_t>(relations.size()); });
}

}  // namespace

Response list_event_relations(Call& call) {
  accept_json(call);
  return answer_all(call, relations_of(call));
}

Response get_event_relation(Call& call) {
  accept_no_more(call);
  auto const named = call.names.find("other_dataset");
  auto const dataset = named == call.names.end() ? call.name("dataset") : named->second;
  for (auto const& relation : relations_of(call)) {
    if (word(relation.relation) != call.name("relation") || relation.other.key != call.name("other") ||
        relation.other.dataset != dataset)
      continue;
    Response response;
    wire::JsonWriter json(response.body);
    wire::write(json, relation);
    return response;
  }
  not_found();
}

Response list_actor_relations(Call& call) {
  accept_json(call);
  auto const ids = db::relations_of_actor(call.transaction(), find_thing(call, ThingKind::actor));
  return answer_all(call, db::read_actor_relations(call.transaction(), ids));
}

Response get_actor_relation(Call& call) {
  accept_no_more(call);
  auto const id = db::find_thing(call.transaction(), ThingKind::actor_relation, call.name("dataset"),
                                 call.name("relation"));
  auto const of_actor = db::relations_of_actor(call.transaction(), find_thing(call, ThingKind::actor));
  if (!id || std::find(of_actor.begin(), of_actor.end(), *id) == of_actor.end()) not_found();
  return answer_thing(call, ThingKind::actor_relation, *id);
}

}  // namespace annals::http
