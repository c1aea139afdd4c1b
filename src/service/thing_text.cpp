#include "service/thing_text.hpp"

#include <map>

#include "db/actor_store.hpp"
#include "db/claim_store.hpp"
#include "db/place_store.hpp"
#include "db/source_store.hpp"
#include "db/thing_columns.hpp"
#include "db/timeline_store.hpp"
#include "domain/drafts.hpp"
#include "service/bundle_rows.hpp"
#include "service/event_reader.hpp"
#include "wire/thing_json.hpp"

namespace annals::service {
namespace {

std::vector<Event> read_judged(db::Transaction& transaction, std::vector<ThingId> const& ids) {
  std::vector<Event> events;
  for (auto& judged : EventReader(transaction, std::nullopt).read(ids))
    events.push_back(std::move(judged.event));
  return events;
}

/// Does `work` with how things of a kind are read and drafted.
template <class Work>
auto with_kind(ThingKind kind, Work const& work) {
  switch (kind) {
    case ThingKind::actor:
      return work(db::read_actors, draft_actor);
    case ThingKind::place:
      return work(db::read_places, draft_place);
    case ThingKind::source:
      return work(db::read_sources, draft_source);
    case ThingKind::event:
      return work(read_judged, draft_event);
    case ThingKind::claim:
      return work(db::read_claims, draft_claim);
    case ThingKind::actor_relation:
      return work(db::read_actor_relations, draft_actor_relation);
    case ThingKind::timeline:
      break;
  }
  return work(db::read_timelines, draft_timeline);
}

}  // namespace

std::vector<ThingText> read_texts(db::Transaction& transaction, ThingKind kind,
                                  std::vector<ThingId> const& ids) {
  return with_kind(kind, [&](auto const& read, auto const&) {
    std::vector<ThingText> texts;
    for (auto& thing : read(transaction, ids)) {
      auto& text = texts.emplace_back();
      wire::JsonWriter json(text.json);
      wire::write(json, thing);
      text.head = std::move(thing.head);
    }
    return texts;
  });
}

std::optional<db::Params> read_columns(db::Transaction& transaction, ThingKind kind, ThingId id) {
  return with_kind(kind, [&](auto const& read, auto const&) {
    auto const things = read(transaction, std::vector<ThingId>{id});
    return things.empty() ? std::nullopt : std::optional(db::columns_of(things.front()));
  });
}

db::Params draft_columns(ThingKind kind, FieldReader& fields) {
  return with_kind(kind, [&](auto const&, auto const& draft) { return db::columns_of(draft(fields)); });
}

std::span<std::string_view const> written_members(ThingKind kind) {
  static auto const all = [] {
    std::map<ThingKind, std::vector<std::string_view>> members;
    for (auto const& table : bundle_tables()) {
      auto const of = from_word<ThingKind>(table.stage);
      if (!of) continue;
      for (auto const column : table.columns) {
        if (column == "lon") continue;
        members[*of].push_back(column == "lat" ? "point" : column);
      }
    }
    return members;
  }();
  return all.at(kind);
}

}  // namespace annals::service
