#include "http/handlers/thing_answers.hpp"

#include "service/ask_events.hpp"
#include "service/thing_text.hpp"

namespace annals::http {

ThingId find_thing(Call const& call, ThingKind kind) {
  auto const id = db::find_thing(call.transaction(), kind, call.name("dataset"), call.name("key"));
  if (!id) not_found();
  return *id;
}

ThingFilter take_filter(Call& call, ThingKind kind) {
  auto filter = take_thing_filter(kind, call.parameters);
  accept_no_more(call);
  if (filter.words) refuse_as_of(call, "q");
  filter.datasets = datasets_of(call, std::move(filter.datasets));
  if (!filter.datasets.empty())
    static_cast<void>(service::asked_datasets(call.transaction(), filter.datasets));
  return filter;
}

Response answer_page(Call& call, Paging const& paging, db::ThingList& list, ThingKind kind) {
  auto items = list.page(paging.after(), paging.limit() + 1);
  db::SortKey last;
  if (items.size() > static_cast<std::size_t>(paging.limit())) {
    items.pop_back();
    last = items.back().sort_key;
  }
  std::vector<ThingId> ids;
  for (auto const& item : items) ids.push_back(item.id);
  std::string members;
  wire::JsonWriter json(members);
  for (auto const& text : service::read_texts(call.transaction(), kind, ids)) json.raw(text.json);
  return paging.answer(members, last.empty() ? nullptr : &last, [&] { return list.count(); });
}

Response answer_thing(Call const& call, ThingKind kind, ThingId id) {
  auto texts = service::read_texts(call.transaction(), kind, {id});
  if (texts.empty()) not_found();
  Response response;
  response.headers.emplace_back("ETag", '"' + std::to_string(texts.front().head.version) + '"');
  response.body = std::move(texts.front().json);
  return response;
}

}  // namespace annals::http
