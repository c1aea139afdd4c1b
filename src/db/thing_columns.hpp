#pragma once

#include "db/params.hpp"
#include "domain/actor.hpp"
#include "domain/claim.hpp"
#include "domain/event.hpp"
#include "domain/place.hpp"
#include "domain/saved_timeline.hpp"
#include "domain/source.hpp"

namespace annals::db {

// What is written of a thing, by the name of its column: by an import (sql/import) as by a single change
// (sql/write). A link stands as its key, `place_key`; participants as `roles` and `actors`; the names under
// which it is found as `names`, and folded as `folded`. Two drafts of the same columns are the same thing.

[[nodiscard]] Params columns_of(Actor const& actor);
[[nodiscard]] Params columns_of(Place const& place);
[[nodiscard]] Params columns_of(Source const& source);
[[nodiscard]] Params columns_of(Event const& event);
[[nodiscard]] Params columns_of(Claim const& claim);
[[nodiscard]] Params columns_of(ActorRelation const& relation);
[[nodiscard]] Params columns_of(EventRelation const& relation);
[[nodiscard]] Params columns_of(SavedTimeline const& timeline);

}  // namespace annals::db
