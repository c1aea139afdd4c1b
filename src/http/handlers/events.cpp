#include "http/handlers/events.hpp"

#include "db/claim_store.hpp"
#include "http/handlers/thing_answers.hpp"
#include "service/ask_events.hpp"
#include "service/select_events.hpp"

namespace annals::http {
namespace {

EventFilter take_filter(Call& call) {
  auto filter = take_event_filter(call.parameters);
  accept_no_more(call);
  filter.datasets = datasets_of(call, std::move(filter.datasets));
  return filter;
}

Response answer_list(Call& call, Paging const& paging, db::EventQuery query) {
  service::EventSelection selection(call.transaction(), std::move(query));
  auto const page = selection.page(paging.after(), paging.limit());
  std::vector<Event> events;
  for (auto const& one : page.events) events.push_back(one.event);
  return paging.answer(array_members(events), page.next ? &*page.next : nullptr,
                       [&] { return selection.count(); });
}

ThingId find_event(Call const& call) {
  auto const id = db::find_thing(call.transaction(), "events", call.name("dataset"), call.name("key"));
  if (!id) not_found();
  return *id;
}

}  // namespace

Response list_events(Call& call) {
  accept_json(call);
  Paging const paging(call);
  auto filter = take_filter(call);
  return answer_list(call, paging, service::ask_events(call.transaction(), std::move(filter)));
}

Response list_events_of_actor(Call& call) {
  accept_json(call);
  Paging const paging(call);
  auto filter = take_filter(call);
  auto const actor = db::find_thing(call.transaction(), "actors", call.name("dataset"), call.name("key"));
  if (!actor) not_found();
  filter.actors.push_back(call.name("key"));
  return answer_list(call, paging, service::ask_events(call.transaction(), std::move(filter)));
}

Response get_event(Call& call) {
  accept_no_more(call);
  service::EventReader reader(call.transaction(), std::nullopt);
  auto const found = reader.read({find_event(call)});
  if (found.empty()) not_found();
  auto const& event = found.front().event;
  return answer_one(event, event.head.version);
}

Response list_claims_of_event(Call& call) {
  accept_json(call);
  Paging const paging(call);
  accept_no_more(call);
  static_cast<void>(find_event(call));
  ThingFilter filter;
  filter.datasets = {call.name("dataset")};
  filter.events = {{call.name("dataset"), call.name("key")}};
  db::ThingList list(call.transaction(), Collection::claims, std::move(filter));
  return answer_page(call, paging, list, db::read_claims);
}

}  // namespace annals::http
