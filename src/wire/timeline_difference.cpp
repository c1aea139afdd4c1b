#include "wire/timeline_difference.hpp"

#include <algorithm>
#include <set>

#include "wire/json_body.hpp"
#include "wire/json_dom.hpp"

namespace annals::wire {
namespace {

using Value = nlohmann::json;
using Names = std::set<std::string, std::less<>>;
using Index = std::map<std::pair<std::string, std::string>, std::size_t>;

Value member(Value const& object, std::string const& name) {
  auto const found = object.is_object() ? object.find(name) : object.end();
  return found == object.end() ? Value() : *found;
}

std::string text(Value const& object, std::string const& name) {
  auto const value = member(object, name);
  return value.is_string() ? value.get<std::string>() : "";
}

Names names_of(Value const& a, Value const& b) {
  Names names;
  for (auto const* each : {&a, &b}) {
    if (!each->is_object()) continue;
    for (auto const& [name, value] : each->items()) names.insert(name);
  }
  return names;
}

/// Objects are gone into one level deep where `opened` names them.
void compare_members(Value const& a, Value const& b, Names const& left_out, Names const& opened,
                     std::string const& prefix, std::vector<FieldChange>& changes) {
  for (auto const& name : names_of(a, b)) {
    auto const from = member(a, name), to = member(b, name);
    if (left_out.contains(name) || from == to) continue;
    if (opened.contains(name))
      compare_members(from, to, {}, {}, prefix + name + '.', changes);
    else
      changes.push_back({prefix + name, from.dump(), to.dump()});
  }
}

/// A list of objects by a member of theirs.
Value by_member(Value const& list, std::string const& name) {
  auto all = Value::object();
  if (!list.is_array()) return all;
  for (auto const& each : list) all[text(each, name)] = each;
  return all;
}

/// Without what follows from the parts around it: footnotes' numbers, and what an entry certainly comes
/// after.
Value parsed(TimelinePart const& part) {
  auto value = Value::parse(part.json);
  for (auto const* name : {"n", "republished_by", "footnotes", "certainly_after_previous"}) value.erase(name);
  auto const plans = value.find("plans");
  if (plans == value.end()) return value;
  for (auto& plan : *plans) {
    if (!plan.contains("said_on")) continue;
    for (auto& saying : plan["said_on"]) {
      if (saying.is_object()) saying.erase("n");
    }
  }
  return value;
}

ClaimItem claim_item(Value const& claim) {
  auto const gist = text(claim, "gist");
  return {text(claim, "key"), text(claim, "source"), text(claim, "stance"),
          gist.empty() ? std::nullopt : std::optional(gist)};
}

void compare_claims(Value const& from, Value const& to, EntryChange& change) {
  auto const a = by_member(member(from, "claims"), "key"), b = by_member(member(to, "claims"), "key");
  for (auto const& key : names_of(a, b)) {
    if (!a.contains(key)) {
      change.claims_added.push_back(claim_item(b[key]));
    } else if (!b.contains(key)) {
      change.claims_dropped.push_back(claim_item(a[key]));
    } else if (a[key] != b[key]) {
      ClaimChange one{key, {}};
      compare_members(a[key], b[key], {}, {"asserted"}, "", one.changes);
      change.claims_changed.push_back(std::move(one));
    }
  }
}

void compare_disputes(Value const& from, Value const& to, std::vector<FieldChange>& changes) {
  auto const values = [](Value const& entry) {
    auto all = Value::object();
    auto const disputes = by_member(member(entry, "disputes"), "field");
    for (auto const& [field, dispute] : disputes.items()) all[field] = member(dispute, "values");
    return all;
  };
  compare_members(values(from), values(to), {}, {}, "disputes.", changes);
}

/// What a writer changed of the event, its numbers each by itself.
void compare_events(Value const& from, Value const& to, std::vector<FieldChange>& changes) {
  for (auto& difference : differences(from.dump(), to.dump())) {
    if (difference.member == "quantities")
      compare_members(member(from, "quantities"), member(to, "quantities"), {}, {}, "quantities.", changes);
    else
      changes.push_back({difference.member, std::move(difference.from), std::move(difference.to)});
  }
}

NamedItem item_of(TimelinePart const& part) {
  auto const value = Value::parse(part.json);
  auto const event = member(value, "event");
  NamedItem item{part.dataset, part.key, part.key, std::nullopt};
  if (event.is_object()) {
    item.title = text(event, "title");
    if (auto const edtf = text(member(event, "date"), "edtf"); !edtf.empty()) item.date = edtf;
  } else if (auto const citation = text(value, "citation"); !citation.empty()) {
    item.title = citation;
  }
  return item;
}

EntryChange compare_entries(TimelinePart const& a, TimelinePart const& b) {
  auto const from = parsed(a), to = parsed(b);
  EntryChange change{item_of(b), {}, {}, {}, {}};
  compare_events(member(from, "event"), member(to, "event"), change.changes);
  compare_members(from, to, {"event", "claims", "disputes", "note"}, {}, "", change.changes);
  if (member(from, "note") != member(to, "note"))
    change.changes.push_back({"entry_note", member(from, "note").dump(), member(to, "note").dump()});
  compare_disputes(from, to, change.changes);
  std::ranges::stable_sort(change.changes, {}, &FieldChange::field);
  compare_claims(from, to, change);
  return change;
}

Index index_of(std::vector<TimelinePart> const& parts) {
  Index index;
  for (std::size_t i = 0; i < parts.size(); ++i) index.emplace(std::pair(parts[i].dataset, parts[i].key), i);
  return index;
}

/// Calls `both` with the places of what stands in both, `one` with what stands in `parts` alone.
template <class One, class Both>
void match(std::vector<TimelinePart> const& parts, Index const& others, One const& one, Both const& both) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto const found = others.find({parts[i].dataset, parts[i].key});
    found == others.end() ? one(parts[i]) : both(i, found->second);
  }
}

PartsDifference compare_parts(std::vector<TimelinePart> const& from, std::vector<TimelinePart> const& to) {
  PartsDifference all;
  auto const before = index_of(from), after = index_of(to);
  match(
      from, after, [&](auto const& part) { all.dropped.push_back(item_of(part)); }, [](auto, auto) {});
  match(
      to, before, [&](auto const& part) { all.added.push_back(item_of(part)); },
      [&](std::size_t now, std::size_t then) {
        if (from[then].json == to[now].json) return;
        PartChange change{item_of(to[now]), {}};
        compare_members(parsed(from[then]), parsed(to[now]), {}, {}, "", change.changes);
        if (!change.changes.empty()) all.changed.push_back(std::move(change));
      });
  return all;
}

/// Of places in another order, those beside a longest row that rises.
std::set<std::size_t> out_of_order(std::vector<std::size_t> const& places) {
  std::vector<std::size_t> ends;  // of the rising row of each length, the one that ends lowest
  std::vector<std::size_t> before(places.size(), 0);  // in that row
  for (std::size_t i = 0; i < places.size(); ++i) {
    auto const at =
        std::ranges::lower_bound(ends, places[i], {}, [&](std::size_t end) { return places[end]; });
    if (at != ends.begin()) before[i] = *(at - 1);
    at == ends.end() ? ends.push_back(i) : static_cast<void>(*at = i);
  }
  std::set<std::size_t> moved;
  for (std::size_t i = 0; i < places.size(); ++i) moved.insert(i);
  auto at = ends.empty() ? 0 : ends.back();
  for (std::size_t left = ends.size(); left > 0; --left, at = before[at]) moved.erase(at);
  return moved;
}

void compare_lists(TimelineParts const& from, TimelineParts const& to, TimelineDifference& all) {
  auto const before = index_of(from.entries), after = index_of(to.entries);
  match(
      from.entries, after, [&](auto const& part) { all.entries_dropped.push_back(item_of(part)); },
      [](auto, auto) {});
  std::vector<std::size_t> places, entries;
  match(
      to.entries, before, [&](auto const& part) { all.entries_added.push_back(item_of(part)); },
      [&](std::size_t now, std::size_t then) {
        places.push_back(then);
        entries.push_back(now);
        if (from.entries[then].json == to.entries[now].json) return;
        auto change = compare_entries(from.entries[then], to.entries[now]);
        if (!change.empty()) all.entries_changed.push_back(std::move(change));
      });
  for (auto const moved : out_of_order(places))
    all.entries_moved.push_back(item_of(to.entries[entries[moved]]));
}

std::string head_text(TimelineParts const& parts, std::string const& name) {
  auto const found = parts.head.find(name);
  if (found == parts.head.end()) return "";
  auto const value = Value::parse(found->second);
  return value.is_string() ? value.get<std::string>() : "";
}

Value head_of(TimelineParts const& parts) {
  auto head = Value::object();
  for (auto const& [name, json] : parts.head) {
    if (name != "as_of" && name != "known_by") head[name] = Value::parse(json);
  }
  return head;
}

DifferenceSide side_of(TimelineParts const& parts) {
  DifferenceSide side;
  side.as_of = head_text(parts, "as_of");
  if (auto const known_by = head_text(parts, "known_by"); !known_by.empty()) side.known_by = known_by;
  return side;
}

}  // namespace

bool TimelineDifference::empty() const {
  auto const same = [](PartsDifference const& parts) {
    return parts.added.empty() && parts.dropped.empty() && parts.changed.empty();
  };
  return head.empty() && entries_added.empty() && entries_dropped.empty() && entries_changed.empty() &&
         entries_moved.empty() && same(spans) && same(sources);
}

TimelineDifference compare(TimelineParts const& from, TimelineParts const& to) {
  TimelineDifference all;
  all.title = to.title;
  all.language = head_text(to, "language");
  all.from = side_of(from);
  all.to = side_of(to);
  compare_members(head_of(from), head_of(to), {}, {"query"}, "", all.head);
  compare_lists(from, to, all);
  all.spans = compare_parts(from.spans, to.spans);
  all.sources = compare_parts(from.sources, to.sources);
  return all;
}

}  // namespace annals::wire
