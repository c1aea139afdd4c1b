#include "service/history.hpp"

#include <map>

#include "db/dataset_store.hpp"
#include "db/relation_store.hpp"
#include "wire/json_body.hpp"
#include "wire/thing_json.hpp"

namespace annals::service {
namespace {

int dataset_id_of(db::Transaction& transaction, std::string const& dataset) {
  auto const found = is_key(dataset) ? db::read_datasets(transaction, {dataset}) : std::vector<Dataset>{};
  if (found.empty()) not_found();
  return found.front().id;
}

/// Looks as of another instant for as long as it lives.
class LookingBack {
 public:
  LookingBack(db::Transaction& transaction, std::string const& at)
      : transaction_(transaction), before_(transaction.view()) {
    transaction_.look_as({at, before_.clearance});
  }
  ~LookingBack() { transaction_.look_as(before_); }
  LookingBack(LookingBack&&) = delete;

 private:
  db::Transaction& transaction_;
  db::View before_;
};

/// The relations of events as the members of JSON arrays.
std::map<ThingId, std::string> relation_texts(db::Transaction& transaction,
                                              std::vector<ThingId> const& events) {
  std::map<ThingId, std::string> texts;
  for (auto const& [event, relations] : db::read_relations(transaction, events)) {
    wire::JsonWriter json(texts[event]);
    for (auto const& seen : relations) wire::write(json, seen.relation);
  }
  return texts;
}

struct Then {
  std::string json;  ///< empty: not seen, or deleted
  std::string relations;
};

/// The relations of an event without the titles of the others: a new title is no change of this one.
std::string relations_written(db::Transaction& transaction, ThingId event) {
  std::string text;
  wire::JsonWriter json(text);
  auto relations = db::read_relations(transaction, {event});
  for (auto& seen : relations[event]) {
    seen.relation.other_title.clear();
    wire::write(json, seen.relation);
  }
  return text;
}

Then read_then(db::Transaction& transaction, ThingKind kind, db::VersionNote const& version) {
  if (version.deleted) return {};
  LookingBack const looking(transaction, version.note.at);
  auto texts = read_texts(transaction, kind, {version.id});
  if (texts.empty()) return {};
  Then then{std::move(texts.front().json), ""};
  if (kind == ThingKind::event) then.relations = relations_written(transaction, version.id);
  return then;
}

std::vector<std::string> changed_members(Then const& before, Then const& after) {
  std::vector<std::string> members;
  for (auto const& difference : wire::differences(before.json.empty() ? "{}" : before.json, after.json))
    members.push_back(difference.member);
  if (before.relations != after.relations) members.emplace_back("relations");
  return members;
}

}  // namespace

VersionList list_versions(db::Transaction& transaction, ThingKind kind, std::string const& dataset,
                          std::string const& key, std::optional<int> before, int limit) {
  auto const dataset_id = dataset_id_of(transaction, dataset);
  // One more tells whether there is another page, and what the last one changed.
  auto const notes = db::read_versions(transaction, kind, dataset_id, key, before, limit + 1);
  std::vector<Then> then;
  for (auto const& note : notes) then.push_back(read_then(transaction, kind, note));
  VersionList list;
  for (std::size_t i = 0; i < notes.size() && i < static_cast<std::size_t>(limit); ++i) {
    Then const earlier = i + 1 < then.size() ? then[i + 1] : Then{};
    if (notes[i].deleted ? earlier.json.empty() : then[i].json.empty()) continue;
    Version version{notes[i], {}};
    if (!notes[i].deleted) version.changed = changed_members(earlier, then[i]);
    list.versions.push_back(std::move(version));
  }
  if (notes.size() > static_cast<std::size_t>(limit)) list.next = notes[notes.size() - 2].version;
  if (list.versions.empty() && !list.next && !before) not_found();
  auto const newest = before ? db::read_versions(transaction, kind, dataset_id, key, std::nullopt, 1) : notes;
  if (!newest.empty()) list.newest = newest.front().version;
  return list;
}

ThingText read_version(db::Transaction& transaction, ThingKind kind, std::string const& dataset,
                       std::string const& key, int version) {
  auto const notes =
      db::read_versions(transaction, kind, dataset_id_of(transaction, dataset), key, version + 1, 1);
  if (notes.empty() || notes.front().version != version || notes.front().deleted) not_found();
  LookingBack const looking(transaction, notes.front().note.at);
  auto texts = read_texts(transaction, kind, {notes.front().id});
  if (texts.empty()) not_found();
  return std::move(texts.front());
}

ChangeList list_changes(db::Transaction& transaction, std::string const& dataset,
                        db::ChangePlace const& after, int limit) {
  auto const changes = db::read_changes(transaction, dataset_id_of(transaction, dataset), after, limit);
  ChangeList list{{}, changes.empty() ? after : changes.back().place};
  for (std::size_t from = 0; from < changes.size();) {
    // What one change wrote of one kind is read at once.
    auto const& first = changes[from];
    std::size_t to = from;
    std::vector<ThingId> ids;
    while (to < changes.size() && changes[to].kind == first.kind &&
           changes[to].place.change == first.place.change)
      ids.push_back(changes[to++].version.id);
    LookingBack const looking(transaction, first.version.note.at);
    std::map<ThingId, std::string> texts, relations;
    if (!first.kind) {
      for (auto const& each : db::read_datasets(transaction, {dataset})) {
        wire::JsonWriter json(texts[ids.front()]);
        wire::write(json, each);
      }
    } else {
      for (auto& text : read_texts(transaction, *first.kind, ids)) texts[text.head.id] = std::move(text.json);
      if (first.kind == ThingKind::event) relations = relation_texts(transaction, ids);
    }
    for (; from < to; ++from) {
      auto const& id = changes[from].version.id;
      auto json = changes[from].version.deleted ? std::string() : texts[id];
      if (json.empty() && !changes[from].was_seen) continue;
      list.items.push_back({changes[from], std::move(json), relations[id]});
    }
  }
  return list;
}

}  // namespace annals::service
