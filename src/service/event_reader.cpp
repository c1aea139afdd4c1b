#include "service/event_reader.hpp"

#include "db/event_store.hpp"
#include "db/place_store.hpp"

namespace annals::service {

std::vector<JudgedEvent> EventReader::read(std::vector<ThingId> const& ids) {
  return judge_all(db::read_events(transaction_, ids), db::read_evidence(transaction_, ids));
}

std::vector<JudgedEvent> EventReader::read_for_list(std::vector<ThingId> const& ids) {
  if (known_by_) return read(ids);
  auto const counts = db::count_claims(transaction_, ids);
  std::vector<ThingId> of_several;
  for (auto const& [id, count] : counts) {
    if (count > 1) of_several.push_back(id);
  }
  auto evidence = of_several.empty() ? db::EvidenceByEvent() : db::read_evidence(transaction_, of_several);
  auto all = judge_all(db::read_events(transaction_, ids), std::move(evidence));
  for (auto& one : all) {
    if (auto const found = counts.find(one.event.head.id); found != counts.end())
      one.event.claim_count = found->second;
  }
  return all;
}

std::vector<JudgedEvent> EventReader::judge_all(std::vector<Event> events, db::EvidenceByEvent evidence) {
  places_ = db::read_places_around(transaction_, events, evidence);
  std::vector<JudgedEvent> all;
  all.reserve(events.size());
  for (auto& event : events) {
    auto& judged = all.emplace_back();
    judged.event = std::move(event);
    judged.claims = std::move(evidence[judged.event.head.id]);
    if (known_by_) know(judged);
    db::judge(judged.event, judged.claims, places_);
  }
  if (known_by_) complete_places(all);
  return all;
}

void EventReader::know(JudgedEvent& judged) {
  judged.claims_without_date = keep_known(judged.claims, *known_by_);
  judged.is_known = !counting(judged.claims).empty();
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
