#include "wire/timeline_parts.hpp"

#include "base/error.hpp"
#include "wire/json_dom.hpp"

namespace annals::wire {
namespace {

/// Its members are sorted.
using Sorted = nlohmann::json;

std::vector<TimelinePart>* list_of(TimelineParts& parts, std::string_view member) {
  if (member == "entries") return &parts.entries;
  if (member == "spans") return &parts.spans;
  return member == "sources" ? &parts.sources : nullptr;
}

TimelinePart part_of(Sorted const& value) {
  auto const& named = value.contains("event") && value["event"].is_object() ? value["event"] : value;
  auto const* key = named.contains("key") ? "key" : "event";
  return {named.at("dataset").get<std::string>(), named.at(key).get<std::string>(), value.dump()};
}

/// Takes each part out as soon as it is read, so that the whole never stands in memory as values.
Sorted read(std::string_view json, TimelineParts& parts) {
  std::string member;
  return Sorted::parse(json, [&](int depth, Sorted::parse_event_t event, Sorted& value) {
    if (depth == 1 && event == Sorted::parse_event_t::key) member = value.get<std::string>();
    if (depth != 2 || event != Sorted::parse_event_t::object_end) return true;
    auto* const list = list_of(parts, member);
    if (list != nullptr) list->push_back(part_of(value));
    return list == nullptr;
  });
}

std::string array_of(std::vector<TimelinePart> const& parts) {
  std::string out = "[";
  for (auto const& part : parts) {
    if (out.size() > 1) out += ',';
    out += part.json;
  }
  return out + ']';
}

}  // namespace

TimelineParts take_apart(std::string_view json) {
  refuse_depth(json);
  TimelineParts parts;
  try {
    auto const whole = read(json, parts);
    parts.title = whole.at("title").get<std::string>();
    for (auto const& [name, value] : whole.items()) {
      if (list_of(parts, name) == nullptr) parts.head.emplace(name, value.dump());
    }
  } catch (nlohmann::json::exception const&) {
    throw Error(Problem::bad_json, "is no timeline as JSON");
  }
  return parts;
}

std::string canonical_timeline(TimelineParts const& parts) {
  std::map<std::string, std::string> lists{{"entries", array_of(parts.entries)},
                                           {"spans", array_of(parts.spans)},
                                           {"sources", array_of(parts.sources)}};
  std::string out = "{";
  auto const add = [&](std::string const& name, std::string const& value) {
    if (out.size() > 1) out += ',';
    out += Sorted(name).dump() + ':' + value;
  };
  auto list = lists.begin();
  for (auto const& [name, value] : parts.head) {
    for (; list != lists.end() && list->first < name; ++list) add(list->first, list->second);
    add(name, value);
  }
  for (; list != lists.end(); ++list) add(list->first, list->second);
  return out + '}';
}

}  // namespace annals::wire
