#include "db/change_store.hpp"

#include <algorithm>

#include "base/base64.hpp"
#include "base/text.hpp"
#include "db/list_order.hpp"
#include "db/snapshot_store.hpp"
#include "sql_queries.hpp"
#include "sql_write.hpp"

namespace annals::db {
namespace {

constexpr std::size_t users_told = 100;

/// A column that holds the key of another thing, and the one that its id goes to.
struct ReferenceColumn {
  std::string_view key_column;
  std::string_view id_column;
  std::string_view field;
  ThingKind kind;
};
constexpr ReferenceColumn reference_columns[] = {
    {"within_key", "within_id", "within", ThingKind::place},
    {"republishes_key", "republishes_id", "republishes", ThingKind::source},
    {"place_key", "place_id", "place", ThingKind::place},
    {"event_key", "event_id", "event", ThingKind::event},
    {"source_key", "source_id", "source", ThingKind::source},
    {"claimant_key", "claimant_id", "claimant", ThingKind::actor},
    {"answers_key", "answers_id", "answers", ThingKind::claim},
    {"actor_key", "actor_id", "actor", ThingKind::actor},
};

/// The columns by which a thing may lead back to itself.
constexpr std::string_view chain_columns[] = {"within_id", "republishes_id", "answers_id"};

Param const* find(Params const& columns, std::string_view name) {
  auto const found =
      std::find_if(columns.begin(), columns.end(), [&](Param const& column) { return column.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

std::optional<std::string> value_of(Params const& columns, std::string_view name) {
  auto const* column = find(columns, name);
  return column != nullptr ? column->value : std::nullopt;
}

bool same(Params const& columns, Params const* before, std::initializer_list<std::string_view> names) {
  return before != nullptr && std::all_of(names.begin(), names.end(), [&](std::string_view name) {
           return value_of(columns, name) == value_of(*before, name);
         });
}

Statement const& statement_of(ThingKind kind) {
  switch (kind) {
    case ThingKind::actor:
      return sql::write_actor;
    case ThingKind::place:
      return sql::write_place;
    case ThingKind::source:
      return sql::write_source;
    case ThingKind::event:
      return sql::write_event;
    case ThingKind::claim:
      return sql::write_claim;
    case ThingKind::actor_relation:
      return sql::write_actor_relation;
    case ThingKind::timeline:
      return sql::write_timeline;
  }
  return sql::write_event;
}

std::string composed(Statement const& statement, ThingKind kind) {
  return on_table(statement.text, word(kind));
}

std::vector<std::int64_t> list(std::set<std::int64_t> const& ids) { return {ids.begin(), ids.end()}; }

/// $kinds and $ids, side by side.
Params side_by_side(ThingSet const& things) {
  std::vector<std::string> kinds;
  std::vector<std::int64_t> ids;
  for (auto const& [kind, of_kind] : things) {
    kinds.insert(kinds.end(), of_kind.size(), std::string(word(kind)));
    ids.insert(ids.end(), of_kind.begin(), of_kind.end());
  }
  return {{"kinds", kinds}, {"ids", ids}};
}

Params relation_params(std::int64_t event, EventRelation const& relation) {
  return {{"id", event},
          {"relation", word(relation.relation)},
          {"other_dataset", relation.other.dataset},
          {"other_key", relation.other.key},
          {"note", relation.note}};
}

}  // namespace

std::optional<int> version_held(Transaction& transaction, ThingKind kind, std::string const& dataset,
                                std::string const& key) {
  auto const rows =
      transaction.run(composed(write_sql::version_held, kind), {{"dataset", dataset}, {"key", key}});
  return rows.empty() ? std::nullopt : std::optional(rows[0].small("version"));
}

Change::Change(Transaction& transaction, std::string const& dataset, Author author)
    : transaction_(transaction), author_(std::move(author)), dataset_(dataset) {
  lock_dataset(transaction_, dataset);
  auto const rows = transaction_.run(sql::write_begin, {{"key", dataset}});
  if (rows.empty()) not_found();
  dataset_id_ = rows[0].small("dataset_id");
  change_id_ = rows[0].integer("change_id");
  at_ = rows[0].timestamp("at");
}

Change::Change(Transaction& transaction, DatasetDescription const& description, Author author)
    : transaction_(transaction), author_(std::move(author)), dataset_(description.key) {
  written_ = write_dataset(transaction_, description);
  dataset_id_ = written_->id;
  change_id_ = written_->change_id;
  at_ = written_->at;
  if (written_->changed) record();
}

Params Change::with_change(Params params) const {
  params.push_back({"dataset_id", dataset_id_});
  params.push_back({"change_id", change_id_});
  params.push_back({"at", at_});
  return params;
}

void Change::record() {
  if (recorded_) return;
  recorded_ = true;
  transaction_.run(sql::write_record, with_change({{"key_id", author_.key_id}, {"reason", author_.reason}}));
}

void Change::keep_file(std::string const& path, std::optional<std::string> const& content) {
  if (content) return write_file(path, *content, {});
  record();
  transaction_.run(sql::write_bundle_file_end, with_change({{"path", path}}));
}

void Change::keep_snapshot(SnapshotHead const& head, std::string const& content) {
  write_file(snapshot_path(head.timeline, head.number), content, head);
}

void Change::write_file(std::string const& path, std::string const& content,
                        std::optional<SnapshotHead> const& snapshot) {
  record();
  auto params = with_change(snapshot_params(snapshot));
  params.push_back({"path", path});
  params.push_back({"content", to_base64(content)});
  transaction_.run(sql::write_bundle_file, params);
}

std::optional<Standing> Change::standing(ThingKind kind, std::string const& key) {
  auto const rows =
      transaction_.run(composed(write_sql::standing, kind), {{"dataset_id", dataset_id_}, {"key", key}});
  if (rows.empty()) return std::nullopt;
  return Standing{rows[0].integer("id"), rows[0].small("version"), rows[0].boolean("held")};
}

void Change::resolve(Params& columns) {
  std::vector<std::string> kinds, keys, pointers;
  std::vector<std::string_view> id_columns;  // of single links; empty for a participant
  auto const ask = [&](ThingKind kind, std::string const& key, std::string pointer, std::string_view column) {
    kinds.emplace_back(word(kind));
    keys.push_back(key);
    pointers.push_back(std::move(pointer));
    id_columns.push_back(column);
  };
  for (auto const& reference : reference_columns) {
    auto const* column = find(columns, reference.key_column);
    if (column == nullptr) continue;
    if (column->value)
      ask(reference.kind, *column->value, "/" + std::string(reference.field), reference.id_column);
    else
      columns.push_back({reference.id_column, std::nullopt});
  }
  auto const* actors = find(columns, "actors");
  if (actors != nullptr) {
    std::size_t number = 0;
    for (auto const& actor : parse_array(*actors->value))
      ask(ThingKind::actor, actor.value(), "/participants/" + std::to_string(number++) + "/actor", "");
  }
  bool const is_relation = find(columns, "other_key") != nullptr;
  if (is_relation && value_of(columns, "other_dataset") == dataset_)
    ask(ThingKind::actor, *value_of(columns, "other_key"), "/other", "other_id");

  std::vector<Fault> faults;
  std::vector<std::int64_t> actor_ids;
  auto const rows = transaction_.run(sql::write_references,
                                     {{"dataset_id", dataset_id_}, {"kinds", kinds}, {"keys", keys}});
  for (int i = 0; i < rows.size(); ++i) {
    auto const at = static_cast<std::size_t>(i);
    auto const id = rows[i].optional_integer("id");
    if (!id) {
      faults.push_back({pointers[at],
                        Problem::unknown_reference,
                        "names " + quote_for_message(keys[at]) + ", which the dataset does not have",
                        {},
                        {},
                        ""});
    } else if (id_columns[at].empty()) {
      actor_ids.push_back(*id);
    } else {
      columns.push_back({id_columns[at], *id});
    }
  }
  if (!faults.empty())
    throw Error(Problem::unknown_reference, "what is referred to does not exist", std::move(faults));
  if (actors != nullptr) columns.push_back({"actor_ids", actor_ids});
}

void Change::refuse_cycle(Params const& columns, std::int64_t id) {
  auto const refuse = [](std::string_view column) {
    auto const field = "/" + std::string(column.substr(0, column.rfind('_')));
    throw Error(Problem::cycle, "the thing would lead back to itself",
                {{field, Problem::cycle, "leads back to itself", {}, {}, ""}});
  };
  if (auto const other = value_of(columns, "other_id"); other && other == value_of(columns, "actor_id"))
    refuse("other_id");
  for (auto const column : chain_columns) {
    auto const from = value_of(columns, column);
    if (!from) continue;
    auto const kind = column == "within_id"        ? ThingKind::place
                      : column == "republishes_id" ? ThingKind::source
                                                   : ThingKind::claim;
    auto const rows = transaction_.run(
        sql::write_leads_to, {{"dataset_id", dataset_id_}, {"kind", word(kind)}, {"from", from}, {"id", id}});
    if (rows[0].boolean("leads")) refuse(column);
  }
}

void Change::write_parts(ThingKind kind, std::int64_t id, Params const& columns, Params const* before) {
  auto const names = [&](char const* name_kind, std::optional<std::string> const& all,
                         std::optional<std::string> const& folded) {
    transaction_.run(sql::write_names,
                     with_change({{"id", id}, {"kind", name_kind}, {"names", all}, {"folded", folded}}));
  };
  if (find(columns, "names") != nullptr && !same(columns, before, {"names"}))
    names(std::string(word(kind)).c_str(), value_of(columns, "names"), value_of(columns, "folded"));
  if (kind == ThingKind::source && !same(columns, before, {"publisher"})) {
    auto const one = [&](std::string_view name) {
      auto const value = value_of(columns, name);
      return to_sql(value ? std::vector<std::string>{*value} : std::vector<std::string>{});
    };
    names("publisher", one("publisher"), one("publisher_folded"));
  }
  if (kind == ThingKind::event && !same(columns, before, {"roles", "actors", "sort_day"})) {
    transaction_.run(sql::write_participants, with_change({{"id", id},
                                                           {"roles", value_of(columns, "roles")},
                                                           {"actor_ids", value_of(columns, "actor_ids")},
                                                           {"sort_day", value_of(columns, "sort_day")}}));
  }
}

std::int64_t Change::write(ThingKind kind, Params columns, std::optional<Standing> const& standing,
                           Params const* before, std::optional<std::string> const& created_at) {
  resolve(columns);
  refuse_cycle(columns, standing ? standing->id : 0);
  record();
  if (standing && standing->held) {
    transaction_.run(composed(write_sql::close, kind),
                     with_change({{"ids", std::vector<std::int64_t>{standing->id}}}));
  }
  auto version = with_change(columns);
  version.push_back({"id", standing ? std::optional(standing->id) : std::nullopt});
  version.push_back({"version", standing ? standing->version + 1 : 1});
  version.push_back({"created_at", created_at.value_or(at_)});
  auto const id = transaction_.run(statement_of(kind), version)[0].integer("id");
  write_parts(kind, id, columns, before);
  return id;
}

void Change::next_version(ThingKind kind, std::vector<std::int64_t> const& ids, bool deleted) {
  if (ids.empty()) return;
  record();
  auto params = with_change({{"ids", ids}, {"until", deleted ? std::optional(at_) : std::nullopt}});
  transaction_.run(composed(write_sql::close, kind), params);
  transaction_.run(composed(write_sql::next, kind), params);
}

std::vector<User> Change::users(ThingSet const& things, ThingSet& parts, ThingSet& others) {
  std::vector<User> found;
  auto params = side_by_side(things);
  params.push_back({"dataset_id", dataset_id_});
  for (auto const row : transaction_.run(sql::write_users, params)) {
    auto const kind = from_word<ThingKind>(row.text("kind")).value();
    auto const id = row.integer("id");
    if (auto const same_kind = things.find(kind); same_kind != things.end() && same_kind->second.contains(id))
      continue;
    if (row.boolean("own")) {
      parts[kind].insert(id);
      continue;
    }
    others[kind].insert(id);
    found.push_back({collection_of(kind) + '/' + std::string(row.text("key"))});
  }
  if (auto const events = things.find(ThingKind::event); events != things.end()) {
    for (auto const row : transaction_.run(sql::write_relations_to,
                                           {{"dataset_id", dataset_id_}, {"ids", list(events->second)}})) {
      found.push_back({"events/" + std::string(row.text("key")) + "/relations/" +
                       std::string(row.text("relation")) + '/' + std::string(row.text("other_key"))});
    }
  }
  return found;
}

void Change::remove(ThingSet const& things) {
  if (auto const events = things.find(ThingKind::event); events != things.end()) {
    auto const ids = list(events->second);
    std::set<std::int64_t> related;
    for (auto const row :
         transaction_.run(sql::write_relations_to, {{"dataset_id", dataset_id_}, {"ids", ids}}))
      related.insert(row.integer("event_id"));
    transaction_.run(sql::write_relations_end, with_change({{"ids", ids}}));
    next_version(ThingKind::event, list(related), false);
  }
  auto params = with_change(side_by_side(things));
  transaction_.run(sql::write_parts_end, params);
  for (auto const& [kind, ids] : things) next_version(kind, list(ids), true);
}

std::vector<User> Change::content() {
  std::vector<User> found;
  for (auto const kind : thing_kinds) {
    for (auto const row : transaction_.run(composed(write_sql::held, kind),
                                           {{"dataset_id", dataset_id_}, {"limit", users_told}}))
      if (found.size() < users_told)
        found.push_back({collection_of(kind) + '/' + std::string(row.text("key"))});
  }
  return found;
}

void Change::remove_dataset() {
  record();
  transaction_.run(sql::write_parts_end_all, with_change({}));
  transaction_.run(sql::pair_forget_dataset, with_change({}));
  for (auto const kind : thing_kinds) {
    std::vector<std::int64_t> ids;
    for (auto const row : transaction_.run(composed(write_sql::held, kind),
                                           {{"dataset_id", dataset_id_}, {"limit", std::nullopt}}))
      ids.push_back(row.integer("id"));
    next_version(kind, ids, true);
  }
  transaction_.run(sql::write_dataset_end, with_change({}));
}

Change::Effect Change::relate(std::int64_t event, EventRelation const& relation) {
  auto const params = with_change(relation_params(event, relation));
  auto const rows = transaction_.run(sql::write_relation_held, params);
  if (!rows.empty() && rows[0].optional_text("note") == relation.note) return Effect::none;
  if (!rows.empty()) transaction_.run(sql::write_relation_end, params);
  transaction_.run(sql::write_relation, params);
  next_version(ThingKind::event, {event}, false);
  return rows.empty() ? Effect::created : Effect::changed;
}

Change::Effect Change::unrelate(std::int64_t event, EventRelation const& relation) {
  auto const params = with_change(relation_params(event, relation));
  if (transaction_.run(sql::write_relation_held, params).empty()) return Effect::none;
  transaction_.run(sql::write_relation_end, params);
  next_version(ThingKind::event, {event}, false);
  return Effect::removed;
}

}  // namespace annals::db
