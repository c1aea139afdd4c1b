#include "support/model/writes.hpp"

#include <algorithm>

#include "support/model/reading.hpp"

namespace annals::test::model {
namespace {

Outcome refused(int status, std::string const& problem, std::vector<std::string> faults = {}) {
  for (auto& fault : faults) fault += " " + problem;
  std::sort(faults.begin(), faults.end());
  return {status, problem, std::move(faults)};
}

/// Nothing where the write may go on.
std::optional<Outcome> precondition(Write const& write, Written const* held) {
  if (held == nullptr)
    return write.if_match.empty() ? std::nullopt : std::optional(refused(412, "precondition-failed"));
  if (write.only_new) return refused(412, "precondition-failed");
  if (write.if_match.empty()) return refused(428, "precondition-required");
  if (write.if_match == "*" || write.if_match == '"' + std::to_string(held->version) + '"')
    return std::nullopt;
  return refused(412, "precondition-failed");
}

std::vector<std::string> missing(std::string const& collection, Json const& members) {
  std::vector<std::string> all;
  for (auto const& name : required(collection)) {
    if (members[name].is_null()) all.push_back("/" + name);
  }
  return all;
}

bool leads_back(Things const& things, Name const& name, Json const& members) {
  auto const member = chain(name.first);
  if (member.empty()) return false;
  auto at = members[member];
  while (!at.is_null() && at != name.second) at = things.at({name.first, at})->members[member];
  return !at.is_null();
}

/// The members of a body that only the service sets, and that are not as it set them.
std::vector<std::string> read_only(Json const& body, Json const& before, Json const& after) {
  std::vector<std::string> all;
  for (auto const* name :
       {"dataset", "version", "created_at", "updated_at", "claim_count", "disputed", "other_name"}) {
    if (body.contains(name) && body[name] != before[name]) all.push_back(std::string("/") + name);
  }
  auto const linked = [&](Json const& given, Json const& stands, std::string const& at,
                          std::initializer_list<char const*> names) {
    if (!given.is_object() || !stands.is_object()) return;
    for (auto const* name : names) {
      if (given.contains(name) && given[name] != stands[name]) all.push_back(at + "/" + name);
    }
  };
  if (body.contains("place") && after.contains("place"))
    linked(body["place"], after["place"], "/place", {"name", "point", "precision", "country"});
  auto const participants = body.value("participants", Json::array());
  for (std::size_t i = 0; i < participants.size(); ++i)
    linked(participants[i], after["participants"][i], "/participants/" + std::to_string(i), {"name"});
  return all;
}

/// Of the version before (empty: none) and after: the members that differ, "relations" among them.
std::vector<std::string> changed_members(Written const* before, Written const& after) {
  std::vector<std::string> all;
  for (auto const& [member, value] : after.members.items()) {
    if (value != (before != nullptr ? before->members[member] : Json())) all.push_back(member);
  }
  if (before == nullptr) all.emplace_back("key");
  if (after.relations != (before != nullptr ? before->relations : Json::array()))
    all.emplace_back("relations");
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

Outcome DatasetModel::apply(Write const& write) {
  pending_.clear();
  switch (write.form) {
    case Write::Form::remove:
      return delete_thing(write);
    case Write::Form::relate:
    case Write::Form::unrelate:
      return write_relation(write);
    default:
      return write_thing(write);
  }
}

Outcome DatasetModel::write_thing(Write const& write) {
  auto const& name = write.name;
  auto const& collection = name.first;
  auto const* held = holds(name) ? things_.at(name).get() : nullptr;
  if (held != nullptr && write.form == Write::Form::post) return refused(409, "exists");
  if (held == nullptr && write.form == Write::Form::patch) return refused(404, "not-found");
  bool const is_relation = collection == "actor_relations";
  if (is_relation && !holds({"actors", write.actor})) return refused(404, "not-found");
  if (auto const stop = precondition(write, held)) return *stop;
  if (held != nullptr && is_relation && held->members["actor"] != write.actor) return refused(409, "exists");

  auto given = write.body;
  if (write.form == Write::Form::patch) {
    given = held->members;
    given.merge_patch(write.body);
  }
  Written next{written_part(collection, given), held != nullptr ? held->relations : Json::array(),
               next_version(name), held != nullptr ? held->created_at : "", ""};
  if (is_relation) next.members["actor"] = write.actor;
  if (auto const faults = missing(collection, next.members); !faults.empty())
    return refused(422, "required", faults);
  bool const differs = held == nullptr || next.members != held->members;
  std::vector<std::string> unknown;
  for (auto const& link : links(collection, next.members)) {
    if (!holds(link.to)) unknown.push_back(link.pointer);
  }
  if (!unknown.empty()) return refused(422, "unknown-reference", unknown);
  if (leads_back(things_, name, next.members)) return refused(422, "cycle", {"/" + chain(collection)});
  if (is_relation && next.members["actor"] == next.members["other"]) return refused(422, "cycle", {"/other"});
  if (differs) pending_[name] = next;
  auto const then = shown(after(), name);
  auto const faults = read_only(write.body, held != nullptr ? shown(things_, name) : then, then);
  if (!faults.empty()) {
    pending_.clear();
    return refused(422, "read-only-field", faults);
  }
  return {held != nullptr ? 200 : 201, "", {}};
}

std::set<Name> DatasetModel::users(std::set<Name> const& of) const {
  std::set<Name> all;
  for (auto const& [name, written] : things_) {
    auto const found = links(name.first, written->members);
    if (std::any_of(found.begin(), found.end(), [&](Link const& link) { return of.contains(link.to); }))
      all.insert(name);
  }
  return all;
}

std::vector<std::string> DatasetModel::user_paths(Name const& of) const {
  std::vector<std::string> all;
  for (auto const& [collection, key] : users({of})) all.push_back(collection + "/" + key);
  for (auto const& [name, written] : things_) {
    for (auto const& relation : written->relations) {
      if (name != of && of == Name("events", relation["other"]) && relation["dataset"] == dataset)
        all.push_back("events/" + name.second + "/relations/" + relation["relation"].get<std::string>() +
                      "/" + of.second);
    }
  }
  return all;
}

Outcome DatasetModel::delete_thing(Write const& write) {
  if (!holds(write.name)) return refused(404, "not-found");
  auto const& held = *things_.at(write.name);
  if (write.name.first == "actor_relations" && held.members["actor"] != write.actor)
    return refused(404, "not-found");
  if (auto const stop = precondition(write, &held)) return *stop;
  if (auto const paths = user_paths(write.name); !paths.empty() && !write.cascade)
    return refused(409, "in-use", paths);
  std::set<Name> ended{write.name};
  for (std::size_t before = 0; before != ended.size();) {
    before = ended.size();
    ended.merge(users(ended));
    for (auto const& [name, written] : things_) {  // an actor's relations are a part of it
      if (name.first == "actor_relations" && ended.contains({"actors", written->members["actor"]}))
        ended.insert(name);
    }
  }
  end(ended);
  return {204, "", {}};
}

void DatasetModel::end(std::set<Name> const& names) {
  for (auto const& name : names) pending_[name] = std::nullopt;
  for (auto const& [name, written] : things_) {
    if (names.contains(name)) continue;
    Written next = *written;
    next.relations = Json::array();
    for (auto const& relation : written->relations) {
      if (relation["dataset"] != dataset || !names.contains({"events", relation["other"]}))
        next.relations.push_back(relation);
    }
    if (next.relations == written->relations) continue;
    next.version = next_version(name);
    pending_[name] = next;
  }
}

Outcome DatasetModel::write_relation(Write const& write) {
  if (!holds(write.name)) return refused(404, "not-found");
  auto const& held = *things_.at(write.name);
  auto const note = write.body.value("note", Json());
  Json const relation{{"relation", write.relation},
                      {"dataset", write.relation_dataset},
                      {"other", write.relation_other},
                      {"note", note}};
  auto const order = [](Json const& one) {
    return std::tuple(one["relation"], one["dataset"], one["other"]);
  };
  Written next = held;
  next.version = next_version(write.name);
  auto const same = std::find_if(next.relations.begin(), next.relations.end(),
                                 [&](Json const& one) { return order(one) == order(relation); });
  bool const is_there = same != next.relations.end();
  if (write.form == Write::Form::unrelate) {
    if (!is_there) return refused(404, "not-found");
    next.relations.erase(same);
    pending_[write.name] = next;
    return {204, "", {}};
  }
  if (write.relation_dataset == dataset) {
    if (write.relation_other == write.name.second) return refused(422, "cycle", {"/other"});
    if (!holds({"events", write.relation_other})) return refused(422, "unknown-reference", {"/other"});
  }
  if (is_there) {
    if ((*same)["note"] == note) return {200, "", {}};
    next.relations.erase(same);
  }
  next.relations.push_back(relation);
  std::sort(next.relations.begin(), next.relations.end(),
            [&](Json const& a, Json const& b) { return order(a) < order(b); });
  pending_[write.name] = next;
  return {is_there ? 200 : 201, "", {}};
}

int DatasetModel::next_version(Name const& name) const {
  auto const found = history_.find(name);
  return found == history_.end() ? 1 : found->second.back().number + 1;
}

Things DatasetModel::after() const {
  auto things = things_;
  for (auto const& [name, written] : pending_) {
    if (written)
      things[name] = std::make_shared<Written const>(*written);
    else
      things.erase(name);
  }
  return things;
}

std::set<Name> DatasetModel::pending() const {
  std::set<Name> names;
  for (auto const& [name, written] : pending_) names.insert(name);
  return names;
}

void DatasetModel::happened(std::string const& at, std::string const& by, std::string const& reason) {
  for (auto& [name, written] : pending_) {
    auto const* before = holds(name) ? things_.at(name).get() : nullptr;
    Version version{next_version(name), !written, moments_.size(), by, reason, {}};
    if (written) {
      written->updated_at = at;
      if (before == nullptr) written->created_at = at;
      version.changed = changed_members(before, *written);
    }
    history_[name].push_back(std::move(version));
  }
  auto const names = pending();
  things_ = after();
  moments_.push_back({at, names, things_});
  pending_.clear();
}

}  // namespace annals::test::model
