#include "service/thing_text.hpp"

#include <map>

#include "db/thing_columns.hpp"
#include "service/bundle_rows.hpp"
#include "service/event_reader.hpp"
#include "service/thing_kinds.hpp"
#include "wire/thing_json.hpp"

namespace annals::service {
namespace {

/// Events say whether they are disputed.
template <class Thing, class Read>
std::vector<Thing> read_judged(db::Transaction& transaction, std::vector<ThingId> const& ids,
                               Read const& read) {
  if constexpr (std::is_same_v<Thing, Event>) {
    std::vector<Event> events;
    for (auto& judged : FetchedList(transaction, ids).judged()) events.push_back(std::move(judged.event));
    return events;
  } else {
    return read(transaction, ids);
  }
}

}  // namespace

std::vector<ThingText> read_texts(db::Transaction& transaction, ThingKind kind,
                                  std::vector<ThingId> const& ids) {
  return with_kind(kind, [&](auto const& read, auto const&) {
    std::vector<ThingText> texts;
    using Thing = typename decltype(read(transaction, ids))::value_type;
    for (auto& thing : read_judged<Thing>(transaction, ids, read)) {
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

std::vector<std::string> csv_columns(ThingKind kind) {
  for (auto const& table : bundle_tables()) {
    if (table.stage == word(kind)) return {table.columns.begin(), table.columns.end()};
  }
  return {};
}

}  // namespace annals::service
