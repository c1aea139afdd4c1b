#include "db/relation_store.hpp"

#include "db/fields.hpp"
#include "sql_queries.hpp"

namespace annals::db {

std::map<ThingId, std::vector<SeenRelation>> read_relations(Transaction& transaction,
                                                            std::vector<ThingId> const& events) {
  std::map<ThingId, std::vector<SeenRelation>> all;
  for (auto const row : transaction.run(sql::relation_from_events, id_params(events))) {
    SeenRelation seen;
    seen.relation.event = read_link(row, "event").value();
    seen.relation.relation = read_word<EventRelationKind>(row, "relation");
    seen.relation.other = {std::string(row.text("other_dataset")), std::string(row.text("other_key"))};
    seen.relation.other_title = row.text("other_title");
    seen.relation.note = row.optional_text("note");
    seen.other = {row.small("other_dataset_id"), row.integer("other_id")};
    all[seen.relation.event.id].push_back(std::move(seen));
  }
  return all;
}

std::map<ThingId, SpanEvents> read_span_events(Transaction& transaction, std::vector<ThingId> const& events) {
  std::map<ThingId, SpanEvents> all;
  for (auto const row : transaction.run(sql::relation_span_edges, id_params(events))) {
    auto& span = all[{row.small("of_dataset_id"), row.integer("of_id")}];
    ThingId const edge{row.small("dataset_id"), row.integer("id")};
    switch (read_word<EventRelationKind>(row, "relation")) {
      case EventRelationKind::starts:
        span.starts.push_back(edge);
        break;
      case EventRelationKind::ends:
        span.ends.push_back(edge);
        break;
      default:
        span.planned_ends.push_back(edge);
    }
  }
  return all;
}

}  // namespace annals::db
