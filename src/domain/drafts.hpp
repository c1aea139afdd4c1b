#pragma once

#include "domain/actor.hpp"
#include "domain/claim.hpp"
#include "domain/event.hpp"
#include "domain/field_reader.hpp"
#include "domain/place.hpp"
#include "domain/saved_timeline.hpp"
#include "domain/source.hpp"

namespace annals {

// Things as somebody gives them, from a file or a request: what the service sets is not filled, what a key
// points to has only its key. The fields are the columns of contract section 6. To be used where
// `fields.ok()`.

[[nodiscard]] Actor draft_actor(FieldReader& fields);
[[nodiscard]] Place draft_place(FieldReader& fields);
[[nodiscard]] Source draft_source(FieldReader& fields);
[[nodiscard]] Event draft_event(FieldReader& fields);
[[nodiscard]] Claim draft_claim(FieldReader& fields);
[[nodiscard]] ActorRelation draft_actor_relation(FieldReader& fields);
[[nodiscard]] EventRelation draft_event_relation(FieldReader& fields);
[[nodiscard]] SavedTimeline draft_timeline(FieldReader& fields);

}  // namespace annals
