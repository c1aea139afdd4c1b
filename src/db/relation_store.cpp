#include "db/relation_store.hpp"

#include "db/fields.hpp"
#include "sql_queries.hpp"

namespace annals::db {
namespace {

std::map<ThingId, std::vector<SeenRelation>> by_event(Rows const& rows) {
  std::map<ThingId, std::vector<SeenRelation>> all;
  for (auto const row : rows) {
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

}  // namespace

std::map<ThingId, std::vector<SeenRelation>> read_relations(Transaction& transaction,
                                                            std::vector<ThingId> const& events) {
  return by_event(transaction.run(sql::relation_from_events, id_params(events)));
}

std::map<ThingId, std::vector<SeenRelation>> read_incoming_relations(Transaction& transaction,
                                                                     std::vector<ThingId> const& events,
                                                                     int of_each) {
  auto params = id_params(events);
  params.push_back({"of_each", of_each});
  return by_event(transaction.run(sql::relation_to_events, params));
}

std::multimap<ThingId, ThingId> read_neighbours(Transaction& transaction, std::vector<ThingId> const& events,
                                                std::vector<EventRelationKind> const& kinds) {
  std::vector<std::string> words;
  for (auto const kind : kinds) words.emplace_back(word(kind));
  auto params = id_params(events);
  params.push_back({"relations", words.empty() ? std::nullopt : std::optional(to_sql(words))});
  std::multimap<ThingId, ThingId> all;
  for (auto const row : transaction.run(sql::relation_neighbours, params)) {
    all.emplace(ThingId{row.small("from_dataset_id"), row.integer("from_id")},
                ThingId{row.small("dataset_id"), row.integer("id")});
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
