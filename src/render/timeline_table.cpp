#include "render/timeline_table.hpp"

#include <algorithm>

#include "wire/json_writer.hpp"

namespace annals::render {
namespace {

constexpr char const* columns[] = {"n",
                                   "dataset",
                                   "key",
                                   "date",
                                   "earliest",
                                   "latest",
                                   "date_text",
                                   "certainly_after_previous",
                                   "title",
                                   "description",
                                   "type",
                                   "status",
                                   "place",
                                   "longitude",
                                   "latitude",
                                   "country",
                                   "participants",
                                   "quantities",
                                   "tags",
                                   "disputed",
                                   "not_evidenced",
                                   "independent_sources",
                                   "independent_denials",
                                   "sources",
                                   "source_titles",
                                   "note",
                                   "section",
                                   "licence",
                                   "citation",
                                   "filter",
                                   "as_of"};

std::string decimal(double number) {
  std::string text;
  wire::JsonWriter(text).value(number);
  return text;
}

std::string join(std::vector<std::string> const& parts, std::string_view separator = "|") {
  std::string text;
  for (auto const& part : parts) (text += text.empty() ? "" : separator) += part;
  return text;
}

}  // namespace

void TimelineTable::write_columns(TimelineHead const& head) {
  for (auto const& [name, value] : head.query) (filter_ += filter_.empty() ? "" : "&") += name + "=" + value;
  as_of_ = head.as_of;
  for (auto const& dataset : head.datasets) datasets_.emplace(dataset.key, dataset);
  for (auto const* column : columns) row_.plain(column);
}

void TimelineTable::write(TimelineEntry const& entry) {
  auto const& event = entry.event;
  row_.number(std::to_string(++number_)).plain(event.head.dataset).plain(event.head.key);
  write_date(event.date);
  auto const after = entry.certainly_after_previous;
  row_.plain(after ? (*after ? "true" : "false") : "").text(event.title).text(event.description);
  row_.plain(event.type).plain(word(event.status));
  write_place(event.place);
  write_lists(event);
  row_.plain(join(event.disputed)).plain(join(entry.not_evidenced));
  row_.number(std::to_string(entry.witnesses.sources)).number(std::to_string(entry.witnesses.denials));
  write_sources(entry.claims);
  row_.text(entry.note).text(section_);
  auto const& dataset = datasets_.at(event.head.dataset);
  row_.text(dataset.licence).text(dataset.citation).text(filter_).plain(as_of_);
}

void TimelineTable::write_date(std::optional<DateExpression> const& date) {
  auto const moment = [](std::optional<Moment> const& m) { return m ? iso_moment(*m) : std::string(); };
  auto const bounds = date ? date->bounds() : Bounds{};
  row_.plain(date ? date->edtf() : "").plain(moment(bounds.start.earliest)).plain(moment(bounds.end.latest));
  row_.text(date ? describe(*date) : "");
}

void TimelineTable::write_place(std::optional<EventPlace> const& place) {
  row_.text(place ? place->link.name : "");
  if (place && place->point) {
    row_.number(decimal(place->point->longitude)).number(decimal(place->point->latitude));
  } else {
    row_.plain("").plain("");
  }
  row_.plain(place ? place->country : std::nullopt);
}

void TimelineTable::write_lists(Event const& event) {
  std::vector<std::string> participants, quantities;
  for (auto const& one : event.participants) participants.push_back(one.role + ":" + one.actor.name);
  for (auto const& [name, quantity] : event.quantities)
    quantities.push_back(name + "=" + print_quantity(quantity));
  row_.text(join(participants)).plain(join(quantities)).text(join(event.tags));
}

void TimelineTable::write_sources(std::vector<Evidence> const& claims) {
  std::vector<std::string> keys, titles;
  for (auto const& one : claims) {
    auto const& source = one.claim.source;
    if (std::find(keys.begin(), keys.end(), source.key) != keys.end()) continue;
    keys.push_back(source.key);
    titles.push_back(source.name);
  }
  row_.plain(join(keys)).text(join(titles));
}

}  // namespace annals::render
