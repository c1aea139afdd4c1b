#include "http/handlers/search.hpp"

#include "http/handlers/answers.hpp"
#include "http/paging.hpp"
#include "service/search.hpp"

namespace annals::http {
namespace {

void write(wire::JsonWriter& json, SearchHit const& hit) {
  json.begin_object().member("collection", collection_of(hit.kind)).member("dataset", hit.dataset);
  json.member("key", hit.key).member("title", hit.title).member("kind", hit.word);
  wire::write_member(json, "date", hit.date);
  json.member("matched", hit.matched).member("name", hit.name).end_object();
}

std::string take_words(Call& call) {
  auto words = parameter::take(call.parameters, "q", parameter::query_words);
  if (!words) parameter::refuse("q", "must be given");
  return std::move(*words);
}

}  // namespace

Response get_search(Call& call) {
  accept_json(call);
  refuse_as_of(call, "a search");
  Paging const paging(call);
  auto words = take_words(call);
  auto const datasets = take_datasets(call);
  accept_no_more(call);
  service::Search search(call.transaction(), std::move(words), datasets);
  auto const page = search.page(paging.after(), paging.limit());
  std::string members;
  wire::JsonWriter json(members);
  for (auto const& hit : page.hits) write(json, hit);
  return paging.answer(members, page.next ? &*page.next : nullptr, [&] { return search.count(); });
}

}  // namespace annals::http
