#include "http/handlers/things.hpp"

#include "http/handlers/thing_answers.hpp"
#include "http/list_formats.hpp"
#include "service/ask_events.hpp"
#include "service/thing_kinds.hpp"
#include "service/thing_text.hpp"
#include "wire/thing_csv.hpp"

namespace annals::http {
namespace {

constexpr int chunk_size = 500;

std::optional<Point> point_of(Place const& place) { return place.point; }
template <class Thing>
std::optional<Point> point_of(Thing const&) {
  return std::nullopt;
}

/// The things of ids, one after the other.
void tell_things(db::Transaction& transaction, ThingKind kind, std::vector<ThingId> const& ids,
                 render::ListRenderer& renderer) {
  service::with_kind(kind, [&](auto const& read, auto const&) {
    for (auto const& thing : read(transaction, ids)) {
      renderer.entry({thing.head, point_of(thing), [&](wire::JsonWriter& json) { wire::write(json, thing); },
                      [&](wire::RowWriter& row) { wire::write_cells(row, thing); }});
    }
  });
}

Response export_things(Call& call, ListFormat const& format, ThingKind kind) {
  auto const parameters = filter_of(call);
  auto filter = take_filter(call, kind);
  auto datasets = service::asked_datasets(call.transaction(), filter.datasets);
  auto list = std::make_shared<db::ThingList>(call.transaction(), kind, std::move(filter));
  return answer_whole(call, format,
                      document_head(call, std::move(datasets), parameters, service::csv_columns(kind)),
                      [list, kind, reading = call.reading](render::ListRenderer& renderer) {
                        std::optional<db::SortKey> after;
                        for (;;) {
                          auto const items = list->page(after ? &*after : nullptr, chunk_size);
                          std::vector<ThingId> ids;
                          for (auto const& item : items) ids.push_back(item.id);
                          tell_things(reading->transaction(), kind, ids, renderer);
                          if (static_cast<int>(items.size()) < chunk_size) return;
                          after = items.back().sort_key;
                        }
                      });
}

Response list_things(Call& call, ThingKind kind) {
  auto const& format = list_format(call, kind == ThingKind::place);
  if (format.is_whole()) return export_things(call, format, kind);
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
