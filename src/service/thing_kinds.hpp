#pragma once

#include "db/actor_store.hpp"
#include "db/claim_store.hpp"
#include "db/event_store.hpp"
#include "db/place_store.hpp"
#include "db/source_store.hpp"
#include "db/timeline_store.hpp"
#include "domain/drafts.hpp"

namespace annals::service {

/// Does `work(read, draft)` with how things of a kind are read by their ids, and drafted from fields. Events
/// are read without a judgement on their claims.
template <class Work>
auto with_kind(ThingKind kind, Work const& work) {
  switch (kind) {
    case ThingKind::actor:
      return work(db::read_actors, draft_actor);
    case ThingKind::place:
      return work(db::read_places, draft_place);
    case ThingKind::source:
      return work(db::read_sources, draft_source);
    case ThingKind::event:
      return work(db::read_events, draft_event);
    case ThingKind::claim:
      return work(db::read_claims, draft_claim);
    case ThingKind::actor_relation:
      return work(db::read_actor_relations, draft_actor_relation);
    case ThingKind::timeline:
      break;
  }
  return work(db::read_timelines, draft_timeline);
}

}  // namespace annals::service
