#include "db/actor_store.hpp"

#include "db/fields.hpp"
#include "sql_queries.hpp"

namespace annals::db {

std::vector<Actor> read_actors(Transaction& transaction, std::vector<ThingId> const& ids) {
  std::vector<Actor> actors;
  for (auto const row : transaction.run(sql::actor_by_ids, id_params(ids))) {
    Actor actor;
    actor.head = read_head(row);
    actor.name = row.text("name");
    actor.kind = read_word<ActorKind>(row, "kind");
    actor.country = row.optional_text("country");
    actor.aliases = row.text_array("aliases");
    actor.external_ids = row.text_array("external_ids");
    actors.push_back(std::move(actor));
  }
  return actors;
}

std::vector<ActorRelation> read_actor_relations(Transaction& transaction, ThingId actor,
                                                std::optional<std::string> const& key) {
  std::vector<ActorRelation> relations;
  for (auto const row : transaction.run(sql::actor_relations,
                                        {{"dataset_id", actor.dataset}, {"id", actor.id}, {"key", key}})) {
    ActorRelation relation;
    relation.head = read_head(row);
    relation.actor = read_link(row, "actor", "actor_name").value();
    relation.relation = read_word<ActorRelationKind>(row, "relation");
    relation.other = {std::string(row.text("other_dataset")), std::string(row.text("other_key"))};
    relation.other_name = row.optional_text("other_name").value_or("");
    relation.date = read_date(row, "date");
    relations.push_back(std::move(relation));
  }
  return relations;
}

}  // namespace annals::db
