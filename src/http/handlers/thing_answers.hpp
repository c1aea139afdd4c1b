#pragma once

#include <vector>

#include "db/thing_list.hpp"
#include "http/handlers/answers.hpp"
#include "http/paging.hpp"

namespace annals::http {

/// The filter of a list of things; under a dataset's path it is that dataset's alone. Throws
/// Error(not_found) for a dataset that the caller does not see.
[[nodiscard]] ThingFilter take_filter(Call& call, Collection collection);

/// A page of a list; `read` gives the things of ids.
template <class Thing>
[[nodiscard]] Response answer_page(Call& call, Paging const& paging, db::ThingList& list,
                                   std::vector<Thing> (*read)(db::Transaction&,
                                                              std::vector<ThingId> const&)) {
  auto items = list.page(paging.after(), paging.limit() + 1);
  db::SortKey last;
  if (items.size() > static_cast<std::size_t>(paging.limit())) {
    items.pop_back();
    last = items.back().sort_key;
  }
  std::vector<ThingId> ids;
  for (auto const& item : items) ids.push_back(item.id);
  return paging.answer(array_members(read(call.transaction(), ids)), last.empty() ? nullptr : &last,
                       [&] { return list.count(); });
}

template <class Thing>
[[nodiscard]] Response list_things(Call& call, Collection collection,
                                   std::vector<Thing> (*read)(db::Transaction&,
                                                              std::vector<ThingId> const&)) {
  accept_json(call);
  Paging const paging(call);
  db::ThingList list(call.transaction(), collection, take_filter(call, collection));
  return answer_page(call, paging, list, read);
}

template <class Thing>
[[nodiscard]] Response get_thing(Call& call, char const* collection,
                                 std::vector<Thing> (*read)(db::Transaction&, std::vector<ThingId> const&)) {
  accept_no_more(call);
  auto const id = db::find_thing(call.transaction(), collection, call.name("dataset"), call.name("key"));
  if (!id) not_found();
  auto const things = read(call.transaction(), {*id});
  if (things.empty()) not_found();
  return answer_one(things.front(), things.front().head.version);
}

}  // namespace annals::http
