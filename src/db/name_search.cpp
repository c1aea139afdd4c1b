#include "db/name_search.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "db/fields.hpp"
#include "db/search_terms.hpp"
#include "domain/vocabulary.hpp"
#include "sql_queries.hpp"

namespace annals::db {
namespace {

std::vector<std::string> keys_of(std::string const& text) {
  std::vector<std::string> keys;
  for (std::size_t from = 0;;) {
    auto const comma = text.find(',', from);
    keys.push_back(text.substr(from, comma - from));
    if (!is_key(keys.back())) return {};
    if (comma == std::string::npos) return keys;
    from = comma + 1;
  }
}

std::vector<ThingId> read_ids(Rows const& rows) {
  std::vector<ThingId> ids;
  for (auto const row : rows) ids.push_back({row.small("dataset_id"), row.integer("id")});
  return ids;
}

std::vector<ThingId> find(Transaction& transaction, char const* kind, std::vector<std::string> const& keys,
                          std::string const& folded) {
  return read_ids(
      transaction.run(sql::name_resolve,
                      {{"kind", kind}, {"keys", keys}, {"folded", folded}, {"like", escape_like(folded)}}));
}

std::optional<int> later(std::optional<int> a, std::optional<int> b) {
  return a && b ? std::max(a, b) : a ? a : b;
}
std::optional<int> earlier(std::optional<int> a, std::optional<int> b) {
  return a && b ? std::min(a, b) : a ? a : b;
}

}  // namespace

std::vector<ThingId> resolve(Transaction& transaction, char const* kind, std::string const& text) {
  auto const keys = keys_of(text);
  return find(transaction, kind, keys, keys.size() > 1 ? "" : fold(text));
}

std::vector<ActorWindow> resolve_actors(Transaction& transaction, std::string const& text, bool tree) {
  std::vector<ActorWindow> all;
  std::set<std::tuple<ThingId, std::optional<int>, std::optional<int>>> seen;
  std::vector<ActorWindow> fresh;
  auto const add = [&](ActorWindow const& actor) {
    bool const empty = actor.first_day && actor.last_day && *actor.first_day > *actor.last_day;
    if (!empty && seen.emplace(actor.id, actor.first_day, actor.last_day).second) fresh.push_back(actor);
  };
  for (auto const& id : resolve(transaction, "actor", text)) add({id, {}, {}});
  while (!fresh.empty()) {
    auto const asked = std::move(fresh);
    fresh.clear();
    all.insert(all.end(), asked.begin(), asked.end());
    std::set<ThingId> ids;
    for (auto const& actor : asked) ids.insert(actor.id);
    for (auto const row : transaction.run(sql::actor_related, id_params({ids.begin(), ids.end()}))) {
      bool const same = row.text("relation") == "same_as";
      if (!same && !tree) continue;
      ThingId const from{row.small("from_dataset_id"), row.integer("from_id")};
      for (auto const& actor : asked) {
        if (actor.id != from) continue;
        auto const first = same ? std::nullopt : row.optional_small("first_day");
        auto const last = same ? std::nullopt : row.optional_small("last_day");
        add({{row.small("dataset_id"), row.integer("id")},
             later(actor.first_day, first),
             earlier(actor.last_day, last)});
      }
    }
  }
  return all;
}

std::vector<ThingId> resolve_publishers(Transaction& transaction, std::string const& text) {
  auto found = resolve(transaction, "publisher", text);
  std::vector<ThingId> actors;
  for (auto const& actor : resolve_actors(transaction, text, false)) actors.push_back(actor.id);
  auto params = id_params(actors);
  params.push_back({"kind", "actor"});
  for (auto const row : transaction.run(sql::name_of_things, params)) {
    auto const more = find(transaction, "publisher", {}, std::string(row.text("folded")));
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

std::vector<ThingId> with_places_within(Transaction& transaction, std::vector<ThingId> places) {
  std::set<ThingId> all(places.begin(), places.end());
  while (!places.empty()) {
    std::vector<ThingId> fresh;
    for (auto const& id : read_ids(transaction.run(sql::place_children, id_params(places)))) {
      if (all.insert(id).second) fresh.push_back(id);
    }
    places = std::move(fresh);
  }
  return {all.begin(), all.end()};
}

}  // namespace annals::db
