#include "http/handlers/things.hpp"

#include "http/handlers/thing_answers.hpp"

namespace annals::http {
namespace {

Response list_things(Call& call, ThingKind kind) {
  accept_json(call);
  Paging const paging(call);
  db::ThingList list(call.transaction(), kind, take_filter(call, kind));
  return answer_page(call, paging, list, kind);
}

}  // namespace

Response list_actors(Call& call) { return list_things(call, ThingKind::actor); }
Response list_places(Call& call) { return list_things(call, ThingKind::place); }
Response list_sources(Call& call) { return list_things(call, ThingKind::source); }
Response list_claims(Call& call) { return list_things(call, ThingKind::claim); }
Response list_timelines(Call& call) { return list_things(call, ThingKind::timeline); }

template <ThingKind kind>
Response get_thing(Call& call) {
  accept_no_more(call);
  return answer_thing(call, kind, find_thing(call, kind));
}
template Response get_thing<ThingKind::actor>(Call& call);
template Response get_thing<ThingKind::place>(Call& call);
template Response get_thing<ThingKind::source>(Call& call);
template Response get_thing<ThingKind::event>(Call& call);
template Response get_thing<ThingKind::claim>(Call& call);
template Response get_thing<ThingKind::timeline>(Call& call);

}  // namespace annals::http
