#include "http/handlers/things.hpp"

#include "db/actor_store.hpp"
#include "db/claim_store.hpp"
#include "db/place_store.hpp"
#include "db/source_store.hpp"
#include "http/handlers/answers.hpp"
#include "http/handlers/thing_answers.hpp"

namespace annals::http {

Response list_actors(Call& call) { return list_things(call, Collection::actors, db::read_actors); }
Response list_places(Call& call) { return list_things(call, Collection::places, db::read_places); }
Response list_sources(Call& call) { return list_things(call, Collection::sources, db::read_sources); }
Response list_claims(Call& call) { return list_things(call, Collection::claims, db::read_claims); }

Response get_actor(Call& call) { return get_thing(call, "actors", db::read_actors); }
Response get_place(Call& call) { return get_thing(call, "places", db::read_places); }
Response get_source(Call& call) { return get_thing(call, "sources", db::read_sources); }
Response get_claim(Call& call) { return get_thing(call, "claims", db::read_claims); }

}  // namespace annals::http
