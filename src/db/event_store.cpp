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

/// "role id key name": only the name has blanks.
Participant read_participant(int dataset, std::string const& text) {
  auto const id = text.find(' ') + 1, key = text.find(' ', id) + 1, name = text.find(' ', key) + 1;
  return {text.substr(0, id - 1),
          {{dataset, std::stoll(text.substr(id, key - id))},
           text.substr(key, name - key - 1),
           text.substr(name)}};
}

std::vector<Participant> read_participants(Row const& row) {
  std::vector<Participant> all;
  for (auto const& one : row.text_array("participants"))
    all.push_back(read_participant(row.small("dataset_id"), one));
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
  event.claim_count = row.small("claim_count");
  return event;
}

Evidence read_one(Row const& row) {
  Evidence one{read_claim(row),
               {row.small("dataset_id"), row.integer("original_id")},
               read_day(row, "published_from"),
               {},
               read_day(row, "public_by"),
               read_optional_word<Reliability>(row, "reliability")};
  one.published = read_date(row, "source_published");
  if (one.published && one.published->bounds().end.latest)
    one.published_until = one.published->bounds().end.latest->day;
  return one;
}

}  // namespace

PlaceByEvent places_of(std::vector<Event> const& events) {
  PlaceByEvent places;
  for (auto const& event : events) {
    if (event.place) places.emplace(event.head.id, event.place->link.id);
  }
  return places;
}

FetchedEvents::FetchedEvents(Transaction& transaction, std::vector<ThingId> const& ids)
    : rows_(transaction.run(sql::event_by_ids, id_params(ids))) {}

std::vector<Event> FetchedEvents::all() const { return read_all(rows_, read_event); }

std::vector<ThingId> FetchedEvents::of_several_claims() const {
  std::vector<ThingId> ids;
  for (auto const row : rows_) {
    if (row.small("claim_count") > 1) ids.push_back({row.small("dataset_id"), row.integer("id")});
  }
  return ids;
}

PlaceByEvent FetchedEvents::places() const {
  PlaceByEvent places;
  for (auto const row : rows_) {
    auto const dataset = row.small("dataset_id");
    if (auto const place = row.optional_integer("place_id"))
      places.emplace(ThingId{dataset, row.integer("id")}, ThingId{dataset, *place});
  }
  return places;
}

std::vector<Event> read_events(Transaction& transaction, std::vector<ThingId> const& ids) {
  return FetchedEvents(transaction, ids).all();
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

PlaceTree read_places_around(Transaction& transaction, PlaceByEvent const& places,
                             EvidenceByEvent const& evidence) {
  std::set<ThingId> fresh;
  for (auto const& [event, claims] : evidence) {
    auto const before = fresh.size();
    for (auto const& one : claims) {
      if (one.claim.place) fresh.insert(one.claim.place->id);
    }
    auto const own = places.find(event);
    if (fresh.size() > before && own != places.end()) fresh.insert(own->second);
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
  event.disputed.clear();
  for (auto const& dispute : disputes(evidence, places)) event.disputed.push_back(dispute.field);
}

}  // namespace annals::db
