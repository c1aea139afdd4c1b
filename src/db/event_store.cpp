#include "db/event_store.hpp"

#include <set>

#include "db/claim_store.hpp"
#include "db/fields.hpp"
#include "sql_queries.hpp"

namespace annals::db {
namespace {

std::optional<EventPlace> read_place(Row const& row) {
  auto const link = read_link(row, "place", "place_name");
  if (!link) return std::nullopt;
  EventPlace place{*link,
                   {},
                   read_optional_word<PlacePrecision>(row, "place_precision"),
                   row.optional_text("place_country")};
  if (!row.is_null("longitude")) place.point = Point{row.real("longitude"), row.real("latitude")};
  return place;
}

std::vector<Participant> read_participants(Row const& row) {
  std::vector<Participant> all;
  if (row.is_null("roles")) return all;
  auto const roles = row.text_array("roles");
  auto const ids = row.integer_array("actor_ids");
  auto const keys = row.text_array("actor_keys");
  auto const names = row.text_array("actor_names");
  for (std::size_t i = 0; i < roles.size(); ++i) {
    all.push_back({roles[i], {{row.small("dataset_id"), ids[i]}, keys[i], names[i]}});
  }
  return all;
}

Event read_event(Row const& row) {
  Event event;
  event.head = read_head(row);
  event.title = row.text("title");
  event.description = row.optional_text("description");
  event.type = row.text("type");
  event.status = read_word<EventStatus>(row, "status");
  event.date = read_date(row, "date");
  event.place = read_place(row);
  event.participants = read_participants(row);
  event.quantities = read_quantities(row, "quantities");
  event.tags = row.text_array("tags");
  return event;
}

Evidence read_one(Row const& row) {
  Evidence one{read_claim(row),
               {row.small("dataset_id"), row.integer("original_id")},
               read_day(row, "published_from"),
               {},
               read_day(row, "public_by"),
               read_optional_word<Reliability>(row, "reliability")};
  if (auto const published = read_date(row, "source_published");
      published && published->bounds().end.latest) {
    one.published_until = published->bounds().end.latest->day;
  }
  return one;
}

}  // namespace

std::vector<Event> read_events(Transaction& transaction, std::vector<ThingId> const& ids) {
  return read_all(transaction.run(sql::event_by_ids, id_params(ids)), read_event);
}

std::vector<ThingLink> find_events(Transaction& transaction, std::vector<Reference> const& references) {
  std::vector<std::string> datasets, keys;
  for (auto const& reference : references) {
    datasets.push_back(reference.dataset);
    keys.push_back(reference.key);
  }
  std::vector<ThingLink> found;
  for (auto const row : transaction.run(sql::event_id_of, {{"datasets", datasets}, {"keys", keys}})) {
    found.push_back({{row.small("dataset_id"), row.integer("id")}, std::string(row.text("key")), ""});
  }
  return found;
}

EvidenceByEvent read_evidence(Transaction& transaction, std::vector<ThingId> const& events) {
  EvidenceByEvent evidence;
  for (auto const row : transaction.run(sql::claim_evidence_of_events, id_params(events))) {
    evidence[{row.small("dataset_id"), row.integer("event_id")}].push_back(read_one(row));
  }
  for (auto& [event, claims] : evidence) sort_evidence(claims);
  return evidence;
}

std::map<ThingId, int> count_claims(Transaction& transaction, std::vector<ThingId> const& events) {
  std::map<ThingId, int> counts;
  for (auto const row : transaction.run(sql::claim_counts_of_events, id_params(events)))
    counts[{row.small("dataset_id"), row.integer("event_id")}] = static_cast<int>(row.integer("claims"));
  return counts;
}

PlaceTree read_places_around(Transaction& transaction, std::vector<Event> const& events,
                             EvidenceByEvent const& evidence) {
  std::set<ThingId> fresh;
  for (auto const& event : events) {
    auto const claims = evidence.find(event.head.id);
    if (claims == evidence.end()) continue;
    auto const before = fresh.size();
    for (auto const& one : claims->second) {
      if (one.claim.place) fresh.insert(one.claim.place->id);
    }
    if (fresh.size() > before && event.place) fresh.insert(event.place->link.id);
  }
  PlaceTree tree;
  std::set<ThingId> seen;
  while (!fresh.empty()) {
    std::vector<ThingId> const ask(fresh.begin(), fresh.end());
    seen.insert(fresh.begin(), fresh.end());
    fresh.clear();
    for (auto const row : transaction.run(sql::place_parents, id_params(ask))) {
      ThingId const parent{row.small("dataset_id"), row.integer("within_id")};
      tree.add({parent.dataset, row.integer("id")}, parent);
      if (!seen.contains(parent)) fresh.insert(parent);
    }
  }
  return tree;
}

void judge(Event& event, std::vector<Evidence> const& evidence, PlaceTree const& places) {
  event.claim_count = static_cast<int>(evidence.size());
  event.disputed.clear();
  for (auto const& dispute : disputes(evidence, places)) event.disputed.push_back(dispute.field);
}

}  // namespace annals::db
