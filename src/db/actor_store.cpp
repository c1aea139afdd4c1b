#include "db/actor_store.hpp"

#include "db/fields.hpp"
#include "sql_queries.hpp"

namespace annals::db {

std::vector<Actor> read_actors(Transaction& transaction, std::vector<ThingId> const& ids) {
  return read_all(transaction.run(sql::actor_by_ids, id_params(ids)), [](Row const& row) {
    Actor actor;
    actor.head = read_head(row);
    actor.name = row.text("name");
    actor.kind = read_word<ActorKind>(row, "kind");
    actor.country = row.optional_text("country");
    actor.aliases = row.text_array("aliases");
    actor.external_ids = row.text_array("external_ids");
    return actor;
  });
}

std::vector<ActorRelation> read_actor_relations(Transaction& transaction, std::vector<ThingId> const& ids) {
  return read_all(transaction.run(sql::actor_relation_by_ids, id_params(ids)), [](Row const& row) {
    ActorRelation relation;
    relation.head = read_head(row);
    relation.actor = read_link(row, "actor", "actor_name").value();
    relation.relation = read_word<ActorRelationKind>(row, "relation");
    relation.other = {std::string(row.text("other_dataset")), std::string(row.text("other_key"))};
    relation.other_name = row.optional_text("other_name").value_or("");
    relation.date = read_date(row, "date");
    return relation;
  });
}

std::vector<ThingId> relations_of_actor(Transaction& transaction, ThingId actor) {
  return read_all(
      transaction.run(sql::actor_relation_of_actor, {{"dataset_id", actor.dataset}, {"id", actor.id}}),
      [](Row const& row) {
        return ThingId{row.small("dataset_id"), row.integer("id")};
      });
}

}  // namespace annals::db
