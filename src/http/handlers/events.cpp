#include "http/handlers/events.hpp"

#include "http/handlers/thing_answers.hpp"
#include "service/ask_events.hpp"
#include "service/select_events.hpp"

namespace annals::http {
namespace {

EventFilter take_filter(Call& call) {
  auto filter = take_event_filter(call.parameters);
  accept_no_more(call);
  refuse_words_with_as_of(call, filter.words);
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
  static_cast<void>(find_thing(call, ThingKind::actor));
  filter.actors.push_back(call.name("key"));
  return answer_list(call, paging, service::ask_events(call.transaction(), std::move(filter)));
}

Response list_claims_of_event(Call& call) {
  accept_json(call);
  Paging const paging(call);
  accept_no_more(call);
  static_cast<void>(find_thing(call, ThingKind::event));
  ThingFilter filter;
  filter.datasets = {call.name("dataset")};
  filter.events = {{call.name("dataset"), call.name("key")}};
  db::ThingList list(call.transaction(), ThingKind::claim, std::move(filter));
  return answer_page(call, paging, list, ThingKind::claim);
}

}  // namespace annals::http
