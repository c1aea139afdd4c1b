#include "wire/curation_json.hpp"

#include <functional>

#include "wire/json_dom.hpp"

namespace annals::wire {
namespace {

using TellFault = std::function<void(std::string const& pointer, Problem code, std::string const& message)>;

/// One end of a section's period.
std::optional<DateExpression> read_date(std::string const& name, Dom const& value, TellFault const& tell) {
  try {
    if (value.is_string()) return DateExpression::parse(value.get<std::string>());
    tell("/" + name, Problem::invalid_value, "must be an EDTF expression");
  } catch (DateError const& error) {
    tell("/" + name, error.problem(), error.what());
  }
  return std::nullopt;
}

std::optional<Day> day_of(std::optional<Moment> const& moment) {
  return moment ? std::optional(moment->day) : std::nullopt;
}

std::vector<std::string> read_keys(Dom const& value, TellFault const& tell) {
  std::vector<std::string> keys;
  for (auto const& key : value) {
    if (key.is_string() && parse_reference(key.get<std::string>())) keys.push_back(key.get<std::string>());
  }
  if (!value.is_array() || keys.size() < value.size())
    tell("/events", Problem::invalid_value, "must be a list of keys of events");
  return keys;
}

TimelineSection read_section(Dom const& value, TellFault const& tell) {
  TimelineSection section;
  std::optional<DateExpression> from, to;
  if (!value.is_object()) {
    tell("", Problem::invalid_value, "must be an object");
    return section;
  }
  for (auto const& [name, member] : value.items()) {
    if (name == "title" && member.is_string())
      section.title = member.get<std::string>();
    else if (name == "from")
      from = read_date(name, member, tell);
    else if (name == "to")
      to = read_date(name, member, tell);
    else if (name == "events")
      section.events = read_keys(member, tell);
    else if (name != "title")
      tell("/" + pointer_segment(name), Problem::unknown_member, "there is no such member");
  }
  if (from || to) {
    section.period = Window{from ? day_of(from->bounds().start.earliest) : std::nullopt,
                            to ? day_of(to->bounds().end.latest) : std::nullopt};
  }
  if (section.title.empty()) tell("/title", Problem::required, "is missing");
  return section;
}

/// Each section, with what is wrong with it.
void for_each_section(std::string_view json,
                      std::function<void(TimelineSection, std::vector<Fault> const&)> const& take) {
  auto const all = parse_dom(json);
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<Fault> faults;
    auto section = read_section(all[i], [&](auto const& pointer, Problem code, auto const& message) {
      faults.push_back({"/" + std::to_string(i) + pointer, code, message, {}, {}, ""});
    });
    take(std::move(section), faults);
  }
}

}  // namespace

std::map<std::string, std::string> notes_of(SavedTimeline const& timeline) {
  std::map<std::string, std::string> notes;
  auto const all = parse_dom(timeline.notes.value_or("{}"));
  for (auto const& [key, note] : all.items()) {
    if (note.is_string()) notes.emplace(key, note.get<std::string>());
  }
  return notes;
}

std::vector<TimelineSection> sections_of(SavedTimeline const& timeline) {
  std::vector<TimelineSection> sections;
  for_each_section(timeline.sections.value_or("[]"), [&](TimelineSection section, auto const& faults) {
    if (faults.empty()) sections.push_back(std::move(section));
  });
  return sections;
}

std::vector<Fault> section_faults(std::string_view json) {
  std::vector<Fault> all;
  for_each_section(json, [&](auto const&, std::vector<Fault> const& faults) {
    all.insert(all.end(), faults.begin(), faults.end());
  });
  return all;
}

std::vector<Fault> note_faults(std::string_view json) {
  std::vector<Fault> faults;
  auto const all = parse_dom(json);
  for (auto const& [key, note] : all.items()) {
    if (note.is_string() && parse_reference(key)) continue;
    faults.push_back({"/" + pointer_segment(key),
                      Problem::invalid_value,
                      "must be a text, under the key of an event",
                      {},
                      {},
                      ""});
  }
  return faults;
}

}  // namespace annals::wire
