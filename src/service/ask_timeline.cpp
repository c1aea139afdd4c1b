#include "service/ask_timeline.hpp"

#include <algorithm>

#include "db/dataset_store.hpp"
#include "db/event_store.hpp"
#include "service/ask_events.hpp"
#include "service/related_events.hpp"
#include "service/select_events.hpp"

namespace annals::service {
namespace {

constexpr std::size_t seeds_max = 20;
constexpr int hops_max = 5;

/// What a timeline takes beside the filters of events.
struct Shape {
  std::vector<Reference> seeds;
  int hops = 2;
  bool statements = true;
  bool merge = false;
  std::optional<Lanes> lanes;
};

std::vector<Reference> references(std::string const& text) {
  std::vector<Reference> all;
  for (auto const& part : parameter::split(text)) {
    auto const reference = parse_reference(part);
    if (!reference) throw parameter::Wrong{"must be keys of events, separated by commas"};
    all.push_back(*reference);
  }
  if (all.size() > seeds_max) throw parameter::Wrong{"names more than 20 events"};
  return all;
}

Lanes lanes_of(std::string const& text) {
  return parameter::one_of<Lanes>(
      text, {{"actor", Lanes::actor}, {"place", Lanes::place}, {"type", Lanes::type}, {"tag", Lanes::tag}});
}

/// Takes its parameters out, as take_event_filter does.
Shape take_shape(Parameters& parameters) {
  Shape shape;
  parameter::Faults faults;
  bool hops_given = false;
  std::erase_if(parameters, [&](auto const& given) {
    auto const& name = given.first;
    auto const& value = given.second;
    constexpr std::string_view taken[] = {"seed", "hops", "statements", "merge", "lanes"};
    if (std::find(std::begin(taken), std::end(taken), name) == std::end(taken)) return false;
    hops_given |= name == "hops";
    faults.guarded(name, [&] {
      faults.see(name);
      if (name == "seed") shape.seeds = references(value);
      if (name == "hops") shape.hops = static_cast<int>(parameter::integer(value, 0, hops_max));
      if (name == "statements") shape.statements = parameter::truth(value);
      if (name == "merge") shape.merge = parameter::truth(value);
      if (name == "lanes") shape.lanes = lanes_of(value);
    });
    return true;
  });
  if (hops_given && shape.seeds.empty()) faults.add("hops", "goes together with seed");
  faults.refuse();
  return shape;
}

std::vector<ThingId> find_seeds(db::Transaction& transaction, std::vector<Reference> references,
                                std::vector<Dataset> const& datasets) {
  for (auto& reference : references) {
    if (!reference.dataset.empty()) continue;
    if (datasets.size() != 1)
      parameter::refuse("seed", "must be dataset/key where several datasets are asked");
    reference.dataset = datasets.front().key;
  }
  std::vector<ThingId> ids;
  for (auto const& found : db::find_events(transaction, references)) ids.push_back(found.id);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::sort(references.begin(), references.end(), [](auto const& a, auto const& b) {
    return std::tie(a.dataset, a.key) < std::tie(b.dataset, b.key);
  });
  references.erase(std::unique(references.begin(), references.end()), references.end());
  if (ids.size() < references.size()) not_found();
  return ids;
}

/// Puts them where they belong in the order. Words rank nothing that was pinned: the order then is by date.
void add_pins(db::Transaction& transaction, std::vector<ThingId>& events, std::vector<ThingId> const& pins,
              std::optional<DateExpression> const& known_by, EventSort sort) {
  auto among = events;
  for (auto const& pin : pins) {
    if (std::ranges::find(events, pin) == events.end()) among.push_back(pin);
  }
  if (among.size() == events.size()) return;
  EventFilter filter;
  filter.known_by = known_by;
  filter.sort = sort == EventSort::relevance ? EventSort::date : sort;
  filter.undated = true;
  auto query = ask_events(transaction, std::move(filter));
  query.among = std::move(among);
  events = EventSelection(transaction, std::move(query)).all();
}

}  // namespace

TimelinePlan ask_timeline(db::Transaction& transaction, Parameters parameters, HandPicked const& picked) {
  TimelinePlan plan;
  plan.head.query = parameters;
  auto const shape = take_shape(parameters);
  auto filter = take_event_filter(parameters);
  parameter::refuse_unknown(parameters);
  if (!shape.statements) filter.types_left_out = {"statement"};

  plan.head.lanes = shape.lanes;
  plan.head.datasets = asked_datasets(transaction, filter.datasets);
  plan.head.title = plan.head.datasets.size() == 1 ? plan.head.datasets.front().title : "Timeline";
  auto const& as_of = transaction.view().as_of;
  if (as_of && filter.words) throw Error(Problem::not_with_as_of, "q does not go with as_of");
  plan.head.as_of = as_of ? *as_of : db::latest_change(transaction, plan.head.datasets);
  if (filter.known_by) plan.head.known_by = filter.known_by->edtf();
  plan.known_by = known_day(filter);

  auto query = ask_events(transaction, std::move(filter));
  if (!shape.seeds.empty()) {
    query.among = related_events(transaction, find_seeds(transaction, shape.seeds, plan.head.datasets),
                                 shape.hops, plan.known_by);
  }
  auto const known_by = query.filter.known_by;
  auto const sort = query.filter.sort;
  EventSelection selection(transaction, std::move(query));
  plan.events = selection.all();
  if (!picked.pins.empty()) add_pins(transaction, plan.events, picked.pins, known_by, sort);
  std::erase_if(plan.events,
                [&](ThingId id) { return std::ranges::find(picked.excludes, id) != picked.excludes.end(); });
  plan.claims_without_date = selection.claims_without_date();
  if (shape.merge) plan.merged = fold_same(transaction, plan.events);
  return plan;
}

}  // namespace annals::service
