#include "http/handlers/events.hpp"

#include <future>

#include "http/handlers/thing_answers.hpp"
#include "http/list_formats.hpp"
#include "service/ask_events.hpp"
#include "service/select_events.hpp"
#include "service/thing_text.hpp"
#include "wire/thing_csv.hpp"

namespace annals::http {
namespace {

EventFilter take_list_filter(Call& call) {
  auto filter = take_event_filter(call.parameters);
  accept_no_more(call);
  if (filter.words) refuse_as_of(call, "q");
  filter.datasets = datasets_of(call, std::move(filter.datasets));
  return filter;
}

constexpr int chunk_size = 1000;

/// A table of events says more than a bundle's file, for who has nothing but the sheet.
std::vector<std::string> columns() {
  auto all = service::csv_columns(ThingKind::event);
  for (auto const* more : {"earliest", "latest", "place_name", "lat", "lon", "claim_count", "disputed"})
    all.emplace_back(more);
  return all;
}

void write_row(wire::RowWriter& row, Event const& event) {
  wire::write_cells(row, event);
  auto const bounds = event.date ? event.date->bounds() : Bounds{};
  auto const moment = [](std::optional<Moment> const& m) { return m ? iso_moment(*m) : std::string(); };
  row.plain(moment(bounds.start.earliest)).plain(moment(bounds.end.latest));
  row.text(event.place ? event.place->link.name : "");
  auto const point = event.place ? event.place->point : std::nullopt;
  row.number(point ? db::to_sql(point->latitude) : "").number(point ? db::to_sql(point->longitude) : "");
  std::string disputed;
  for (auto const& field : event.disputed) (disputed += disputed.empty() ? "" : "|") += field;
  row.number(std::to_string(event.claim_count)).plain(disputed);
}

/// Page by page; the database is asked for the next while one is written, since both take about as long.
void tell(std::shared_ptr<service::EventSelection> const& selection, render::ListRenderer& renderer) {
  auto const read = [&](std::optional<db::SortKey> const& after) {
    return std::async(std::launch::async,
                      [selection, after] { return selection->fetch(after ? &*after : nullptr, chunk_size); });
  };
  for (auto next = read(std::nullopt); next.valid();) {
    auto const page = next.get();
    if (page.next) next = read(page.next);
    auto const events = page.events();
    for (auto const& one : events) {
      auto const& event = one.event;
      renderer.entry({event.head, event.place ? event.place->point : std::nullopt,
                      [&](wire::JsonWriter& json) { wire::write(json, event); },
                      [&](wire::RowWriter& row) { write_row(row, event); }});
    }
  }
}

Response export_list(Call const& call, ListFormat const& format, Parameters const& parameters,
                     db::EventQuery query) {
  auto datasets = service::asked_datasets(call.transaction(), query.filter.datasets);
  auto selection = std::make_shared<service::EventSelection>(call.transaction(), std::move(query));
  return answer_whole(call, format, document_head(call, std::move(datasets), parameters, columns()),
                      [selection](render::ListRenderer& renderer) { tell(selection, renderer); });
}

/// A page as JSON, or the whole list as a document. `more` narrows the filter.
Response answer_list(Call& call, std::function<void(EventFilter&)> const& more) {
  auto const& format = list_format(call, true);
  auto const ask = [&] {
    auto filter = take_list_filter(call);
    more(filter);
    return service::ask_events(call.transaction(), std::move(filter));
  };
  if (format.is_whole()) {
    auto const parameters = filter_of(call);
    return export_list(call, format, parameters, ask());
  }
  Paging const paging(call);
  service::EventSelection selection(call.transaction(), ask());
  auto const page = selection.page(paging.after(), paging.limit());
  std::string members;
  wire::JsonWriter json(members);
  for (auto const& one : page.events) wire::write(json, one.event);
  return paging.answer(members, page.next ? &*page.next : nullptr, [&] { return selection.count(); });
}

}  // namespace

Response list_events(Call& call) {
  return answer_list(call, [](EventFilter&) {});
}

Response list_events_of_actor(Call& call) {
  static_cast<void>(find_thing(call, ThingKind::actor));
  return answer_list(call, [&](EventFilter& filter) { filter.actors.push_back(call.name("key")); });
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
