#include "http/handlers/history.hpp"

#include "http/handlers/answers.hpp"
#include "http/paging.hpp"
#include "service/history.hpp"
#include "wire/json_body.hpp"

namespace annals::http {
namespace {

/// Who writes for a team may be in danger: only who has a key is told.
void write_note(wire::JsonWriter& json, db::ChangeNote const& note, Call const& call) {
  json.member("at", note.at).member("by", call.principal.key_id == 0 ? std::nullopt : note.by);
  json.member("reason", note.reason).member("batch", note.batch);
}

int version_of(std::string const& text) {
  try {
    return static_cast<int>(parameter::integer(text, 1, 1'000'000'000));
  } catch (parameter::Wrong const&) {
    not_found();
  }
}

std::optional<int> take_diff(Call& call) {
  std::optional<int> against;
  parameter::Faults faults;
  std::erase_if(call.parameters, [&](auto const& given) {
    if (given.first != "diff") return false;
    faults.guarded("diff", [&] {
      faults.see("diff");
      against = static_cast<int>(parameter::integer(given.second, 1, 1'000'000'000));
    });
    return true;
  });
  faults.refuse();
  accept_no_more(call);
  return against;
}

db::ChangePlace place_of(db::SortKey const* after) {
  if (after == nullptr) return {};
  return {std::stoll(after->at(0)), std::stoi(after->at(1)), std::stoll(after->at(2))};
}

}  // namespace

template <ThingKind kind>
Response list_history(Call& call) {
  accept_json(call);
  Paging const paging(call);
  accept_no_more(call);
  auto const before = paging.after() ? std::optional(std::stoi(paging.after()->at(0))) : std::nullopt;
  auto const list = service::list_versions(call.transaction(), kind, call.name("dataset"), call.name("key"),
                                           before, paging.limit());
  std::string items;
  wire::JsonWriter json(items);
  for (auto const& [note, changed] : list.versions) {
    json.begin_object().member("version", note.version);
    write_note(json, note.note, call);
    json.member("deleted", note.deleted).member("changed", changed).end_object();
  }
  db::SortKey const last{std::to_string(list.next.value_or(0))};
  return paging.answer(items, list.next ? &last : nullptr, [&] { return std::int64_t{list.newest}; });
}

template <ThingKind kind>
Response get_history(Call& call) {
  auto const against = take_diff(call);
  auto const version = version_of(call.name("version"));
  auto const read = [&](int number) {
    return service::read_version(call.transaction(), kind, call.name("dataset"), call.name("key"), number);
  };
  auto text = read(version);
  Response response;
  if (!against) {
    response.headers.emplace_back("ETag", '"' + std::to_string(version) + '"');
    response.body = std::move(text.json);
    return response;
  }
  wire::JsonWriter json(response.body);
  json.begin_object().member("from", *against).member("to", version).key("changes").begin_array();
  for (auto const& [member, from, to] : wire::differences(read(*against).json, text.json))
    json.begin_object().member("field", member).key("from").raw(from).key("to").raw(to).end_object();
  json.end_array().end_object();
  return response;
}

#define ANNALS_HISTORY_OF(kind)                                 \
  template Response list_history<ThingKind::kind>(Call & call); \
  template Response get_history<ThingKind::kind>(Call & call)
ANNALS_HISTORY_OF(actor);
ANNALS_HISTORY_OF(place);
ANNALS_HISTORY_OF(source);
ANNALS_HISTORY_OF(event);
ANNALS_HISTORY_OF(claim);
ANNALS_HISTORY_OF(timeline);
#undef ANNALS_HISTORY_OF

Response list_changes(Call& call) {
  accept_json(call);
  Paging const paging(call, Paging::Kind::feed);
  accept_no_more(call);
  auto const list = service::list_changes(call.transaction(), call.name("dataset"), place_of(paging.after()),
                                          paging.limit());
  std::string items;
  wire::JsonWriter json(items);
  for (auto const& [changed, thing, relations] : list.items) {
    json.begin_object().member("change", changed.place.change);
    write_note(json, changed.version.note, call);
    json.member("collection", changed.kind ? collection_of(*changed.kind) : "datasets");
    json.member("key", changed.version.key).member("version", changed.version.version);
    json.member("deleted", thing.empty()).key("thing");
    thing.empty() ? json.null() : json.raw(thing);
    if (changed.kind == ThingKind::event && !thing.empty()) {
      json.key("relations").begin_array();
      if (!relations.empty()) json.raw(relations);
      json.end_array();
    }
    json.end_object();
  }
  // There is always a place to go on from: the next changes come behind it.
  db::SortKey const last{std::to_string(list.last.change), std::to_string(list.last.rank),
                         std::to_string(list.last.id)};
  return paging.answer(items, &last, [] { return std::int64_t{0}; });
}

}  // namespace annals::http
