#include "service/event_reader.hpp"

#include "db/event_store.hpp"
#include "db/place_store.hpp"

namespace annals::service {

namespace {

std::vector<JudgedEvent> with_claims(std::vector<Event> events, db::EvidenceByEvent evidence) {
  std::vector<JudgedEvent> all(events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    all[i].event = std::move(events[i]);
    if (auto const claims = evidence.find(all[i].event.head.id); claims != evidence.end())
      all[i].claims = std::move(claims->second);
  }
  return all;
}

}  // namespace

FetchedList::FetchedList(db::Transaction& transaction, std::vector<ThingId> const& ids)
    : events_(transaction, ids) {
  auto const of_several = events_.of_several_claims();
  if (of_several.empty()) return;
  evidence_ = db::read_evidence(transaction, of_several);
  places_ = db::read_places_around(transaction, events_.places(), evidence_);
}

std::vector<JudgedEvent> FetchedList::judged() const {
  auto all = with_claims(events_.all(), evidence_);
  for (auto& one : all) db::judge(one.event, one.claims, places_);
  return all;
}

std::vector<JudgedEvent> EventReader::read(std::vector<ThingId> const& ids) {
  auto events = db::read_events(transaction_, ids);
  auto evidence = db::read_evidence(transaction_, ids);
  places_ = db::read_places_around(transaction_, db::places_of(events), evidence);
  auto all = with_claims(std::move(events), std::move(evidence));
  for (auto& judged : all) {
    if (known_by_) know(judged);
    db::judge(judged.event, judged.claims, places_);
  }
  if (known_by_) complete_places(all);
  return all;
}

std::vector<JudgedEvent> EventReader::read_for_list(std::vector<ThingId> const& ids) {
  return known_by_ ? read(ids) : FetchedList(transaction_, ids).judged();
}

void EventReader::know(JudgedEvent& judged) {
  judged.claims_without_date = keep_known(judged.claims, *known_by_);
  judged.is_known = !counting(judged.claims).empty();
  judged.event.claim_count = static_cast<int>(judged.claims.size());
  auto known = as_known(judged.event, judged.claims, places_);
  judged.event = std::move(known.event);
  judged.not_evidenced = std::move(known.not_evidenced);
}

/// A place that comes from a claim has only its name yet.
void EventReader::complete_places(std::vector<JudgedEvent>& events) {
  std::vector<ThingId> ids;
  std::vector<EventPlace*> bare;
  for (auto& judged : events) {
    auto& place = judged.event.place;
    if (!place || place->point || place->precision || place->country) continue;
    ids.push_back(place->link.id);
    bare.push_back(&*place);
  }
  if (ids.empty()) return;
  std::map<ThingId, Place> found;
  for (auto& place : db::read_places(transaction_, ids)) found.emplace(place.head.id, std::move(place));
  for (auto* place : bare) {
    if (auto const at = found.find(place->link.id); at != found.end()) *place = event_place(at->second);
  }
}

}  // namespace annals::service
