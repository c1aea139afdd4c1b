#include "wire/timeline_difference.hpp"

namespace annals::wire {
namespace {

/// Under which member the key of a part stands, as in a timeline.
struct ItemForm {
  std::string_view key;
  std::string_view title;  ///< empty: it has none
  bool dated = false;
};
constexpr ItemForm entry_form{"event", "title", true};
constexpr ItemForm span_form{"event", ""};
constexpr ItemForm source_form{"key", "citation"};

void write_item(JsonWriter& json, NamedItem const& item, ItemForm const& form) {
  json.begin_object().member("dataset", item.dataset).member(form.key, item.key);
  if (!form.title.empty()) json.member(form.title, item.title);
  if (form.dated) json.member("date", item.date);
}

void write_items(JsonWriter& json, std::string_view name, std::vector<NamedItem> const& items,
                 ItemForm const& form) {
  json.key(name).begin_array();
  for (auto const& item : items) {
    write_item(json, item, form);
    json.end_object();
  }
  json.end_array();
}

void write_changes(JsonWriter& json, std::string_view name, std::vector<FieldChange> const& changes) {
  json.key(name).begin_array();
  for (auto const& change : changes) {
    json.begin_object().member("field", change.field);
    json.key("from").raw(change.from).key("to").raw(change.to).end_object();
  }
  json.end_array();
}

void write_claims(JsonWriter& json, std::string_view name, std::vector<ClaimItem> const& claims) {
  json.key(name).begin_array();
  for (auto const& claim : claims) {
    json.begin_object().member("key", claim.key).member("source", claim.source);
    json.member("stance", claim.stance).member("gist", claim.gist).end_object();
  }
  json.end_array();
}

void write_entry(JsonWriter& json, EntryChange const& change) {
  write_item(json, change.entry, entry_form);
  write_changes(json, "changes", change.changes);
  write_claims(json, "claims_added", change.claims_added);
  write_claims(json, "claims_dropped", change.claims_dropped);
  json.key("claims_changed").begin_array();
  for (auto const& claim : change.claims_changed) {
    json.begin_object().member("key", claim.key);
    write_changes(json, "changes", claim.changes);
    json.end_object();
  }
  json.end_array().end_object();
}

void write_parts(JsonWriter& json, std::string const& name, PartsDifference const& parts,
                 ItemForm const& form) {
  write_items(json, name + "_added", parts.added, form);
  write_items(json, name + "_dropped", parts.dropped, form);
  json.key(name + "_changed").begin_array();
  for (auto const& change : parts.changed) {
    write_item(json, change.part, form);
    write_changes(json, "changes", change.changes);
    json.end_object();
  }
  json.end_array();
}

void write_side(JsonWriter& json, std::string_view name, DifferenceSide const& side) {
  json.key(name).begin_object().member("snapshot", side.snapshot).member("sha256", side.sha256);
  json.member("known_by", side.known_by).member("as_of", side.as_of).end_object();
}

}  // namespace

void write(JsonWriter& json, TimelineDifference const& all) {
  json.begin_object().member("title", all.title);
  write_side(json, "from", all.from);
  write_side(json, "to", all.to);
  write_changes(json, "head", all.head);
  write_items(json, "entries_added", all.entries_added, entry_form);
  write_items(json, "entries_dropped", all.entries_dropped, entry_form);
  json.key("entries_changed").begin_array();
  for (auto const& change : all.entries_changed) write_entry(json, change);
  json.end_array();
  write_items(json, "entries_moved", all.entries_moved, entry_form);
  write_parts(json, "spans", all.spans, span_form);
  write_parts(json, "sources", all.sources, source_form);
  json.end_object();
}

}  // namespace annals::wire
