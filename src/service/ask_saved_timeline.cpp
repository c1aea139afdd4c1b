#include "service/ask_saved_timeline.hpp"

#include <algorithm>
#include <set>

#include "db/dataset_store.hpp"
#include "db/event_store.hpp"
#include "service/ask_timeline.hpp"
#include "service/event_reader.hpp"
#include "wire/curation_json.hpp"
#include "wire/query_text.hpp"

namespace annals::service {
namespace {

bool names(Parameters const& parameters, std::string_view name) {
  return std::ranges::any_of(parameters, [&](auto const& given) { return given.first == name; });
}

/// The query's parameters, of which the request may narrow what was known.
Parameters parameters_of(SavedTimeline const& saved, Parameters more) {
  auto parameters = wire::parse_query(saved.query.value_or(""));
  auto const known_by = std::ranges::find(more, "known_by", [](auto const& given) { return given.first; });
  if (known_by != more.end()) {
    std::erase_if(parameters, [](auto const& given) { return given.first == "known_by"; });
    parameters.push_back(*known_by);
    more.erase(known_by);
  }
  parameter::refuse_unknown(more);
  if (!names(parameters, "dataset")) parameters.emplace_back("dataset", saved.head.dataset);
  return parameters;
}

/// Events by the names that a curator gives them: `key`, or `dataset/key`.
class NamedEvents {
 public:
  NamedEvents(db::Transaction& transaction, std::string dataset)
      : transaction_(transaction), dataset_(std::move(dataset)) {}

  /// Of those that the caller sees, by the names as they are given.
  [[nodiscard]] std::map<std::string, ThingId> by_name(std::vector<std::string> const& names) const {
    std::map<std::string, std::map<std::string, std::string>> by_dataset;
    for (auto const& name : names) {
      auto const reference = parse_reference(name);
      if (reference)
        by_dataset[reference->dataset.empty() ? dataset_ : reference->dataset][reference->key] = name;
    }
    std::map<std::string, ThingId> all;
    for (auto const& [dataset, keys] : by_dataset) {
      std::vector<Reference> references;
      for (auto const& [key, name] : keys) references.push_back({dataset, key});
      for (auto const& found : db::find_events(transaction_, references))
        all.emplace(keys.at(found.key), found.id);
    }
    return all;
  }
  [[nodiscard]] std::vector<ThingId> find(std::vector<std::string> const& names) const {
    std::vector<ThingId> ids;
    for (auto const& [name, id] : by_name(names)) ids.push_back(id);
    return ids;
  }

 private:
  db::Transaction& transaction_;
  std::string dataset_;
};

/// Which section an entry stands in: that which names it, else the first in whose period it may have begun.
class Sections {
 public:
  Sections(std::vector<TimelineSection> sections, NamedEvents const& events)
      : sections_(std::move(sections)) {
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      for (auto const& id : events.find(sections_[i].events)) by_hand_.emplace(id, i);
    }
  }

  [[nodiscard]] std::optional<std::size_t> of(Event const& event) const {
    if (auto const found = by_hand_.find(event.head.id); found != by_hand_.end()) return found->second;
    auto const begins = event.date ? event.date->bounds().start.earliest : std::nullopt;
    for (std::size_t i = 0; begins && i < sections_.size(); ++i) {
      if (sections_[i].period && holds(*sections_[i].period, begins->day)) return i;
    }
    return std::nullopt;
  }

 private:
  static bool holds(Window const& period, Day day) {
    return (!period.first || *period.first <= day) && (!period.last || day <= *period.last);
  }

  std::vector<TimelineSection> sections_;
  std::map<ThingId, std::size_t> by_hand_;
};

/// Of what is pinned from elsewhere, too, licence and citation are told.
void add_datasets(db::Transaction& transaction, std::vector<Dataset>& datasets,
                  std::vector<std::string> const& pins) {
  std::set<std::string> keys;
  for (auto const& pin : pins) {
    auto const reference = parse_reference(pin);
    if (reference && !reference->dataset.empty()) keys.insert(reference->dataset);
  }
  for (auto const& dataset : datasets) keys.erase(dataset.key);
  if (keys.empty()) return;
  for (auto& dataset : db::read_datasets(transaction, {keys.begin(), keys.end()}))
    datasets.push_back(std::move(dataset));
}

/// Sorts the entries into the sections; within one they keep their order.
void divide(db::Transaction& transaction, TimelinePlan& plan, std::vector<TimelineSection> const& all,
            NamedEvents const& named) {
  if (all.empty()) return;
  for (auto const& section : all) plan.sections.push_back(section.title);
  Sections const sections(all, named);
  EventReader reader(transaction, plan.known_by);
  constexpr std::size_t at_once = 1000;
  for (std::size_t from = 0; from < plan.events.size(); from += at_once) {
    auto const begin = plan.events.begin() + static_cast<std::ptrdiff_t>(from);
    auto const count = static_cast<std::ptrdiff_t>(std::min(at_once, plan.events.size() - from));
    for (auto const& one : reader.read({begin, begin + count})) {
      if (auto const section = sections.of(one.event)) plan.section_of.emplace(one.event.head.id, *section);
    }
  }
  std::ranges::stable_sort(plan.events, {}, [&](ThingId id) {
    auto const found = plan.section_of.find(id);
    return found == plan.section_of.end() ? std::optional<std::size_t>() : found->second;
  });
}

}  // namespace

TimelinePlan ask_saved_timeline(db::Transaction& transaction, SavedTimeline const& saved, Parameters more) {
  NamedEvents const named(transaction, saved.head.dataset);
  auto plan = ask_timeline(transaction, parameters_of(saved, std::move(more)),
                           {named.find(saved.pins), named.find(saved.excludes)});
  add_datasets(transaction, plan.head.datasets, saved.pins);
  plan.head.saved = Reference{saved.head.dataset, saved.head.key};
  plan.head.title = saved.title;
  plan.head.introduction = saved.introduction;
  if (saved.language) plan.head.language = language_of(*saved.language);
  auto const notes = wire::notes_of(saved);
  std::vector<std::string> noted;
  for (auto const& [name, note] : notes) noted.push_back(name);
  for (auto const& [name, id] : named.by_name(noted)) plan.notes.emplace(id, notes.at(name));
  divide(transaction, plan, wire::sections_of(saved), named);
  return plan;
}

}  // namespace annals::service
