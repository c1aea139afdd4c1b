#include "service/search.hpp"

#include "db/event_store.hpp"
#include "service/ask_events.hpp"

namespace annals::service {
namespace {

/// Where a page ended: the last of the names, the last of the events, and whose turn it is.
struct Place {
  bool names_turn = true;
  std::optional<db::SortKey> name, event;
};

constexpr auto name_columns = static_cast<std::ptrdiff_t>(db::NameSearch::sort_columns);

/// A key of each list, empty fields for a list that was not begun.
db::SortKey print(Place const& place) {
  db::SortKey key{place.names_turn ? "names" : "events"};
  auto const name = place.name.value_or(db::SortKey(db::NameSearch::sort_columns));
  key.insert(key.end(), name.begin(), name.end());
  if (place.event) key.insert(key.end(), place.event->begin(), place.event->end());
  return key;
}

Place parse(db::SortKey const& key) {
  auto const names = key.begin() + 1, events = names + name_columns;
  Place place{key.front() == "names", {}, {}};
  if (!names->empty()) place.name.emplace(names, events);
  if (events != key.end()) place.event.emplace(events, key.end());
  return place;
}

db::SortKey const* pointer(std::optional<db::SortKey> const& key) { return key ? &*key : nullptr; }

EventFilter filter_of(std::string const& words, std::vector<std::string> datasets) {
  EventFilter filter;
  filter.words = words;
  filter.datasets = std::move(datasets);
  filter.undated = true;
  filter.sort = EventSort::relevance;
  return filter;
}

SearchHit hit_of(Event const& event) {
  return {ThingKind::event, event.head.dataset, event.head.key, event.title, event.type, event.date, {}, {}};
}

}  // namespace

Search::Search(db::Transaction& transaction, std::string words, std::vector<std::string> const& datasets)
    : transaction_(transaction),
      words_(std::move(words)),
      events_(ask_events(transaction, filter_of(words_, datasets))),
      names_(transaction, words_, datasets) {}

Search::Page Search::page(db::SortKey const* after, int limit) {
  auto place = after != nullptr ? parse(*after) : Place{};
  // One more of each than the page takes: a list of which nothing is left has ended.
  auto names = names_.page(pointer(place.name), limit + 1);
  auto const events = db::matching_events(transaction_, events_, pointer(place.event), limit + 1);
  Page page;
  std::vector<ThingId> ids;
  std::vector<std::size_t> event_places;
  auto name = names.begin();
  auto event = events.begin();
  using Match = db::NameSearch::Match;
  while (page.hits.size() < static_cast<std::size_t>(limit) &&
         (name != names.end() || event != events.end())) {
    bool const takes_name = name != names.end() && (event == events.end() || name->match == Match::whole ||
                                                    (name->match == Match::part && place.names_turn));
    if (takes_name) {
      page.hits.push_back(std::move(name->hit));
      place.name = (name++)->sort_key;
    } else {
      event_places.push_back(page.hits.size());
      page.hits.emplace_back();
      ids.push_back(event->id);
      place.event = (event++)->sort_key;
    }
    place.names_turn = !takes_name;
  }
  describe_events(page.hits, ids, event_places);
  if (name != names.end() || event != events.end()) page.next = print(place);
  return page;
}

void Search::describe_events(std::vector<SearchHit>& hits, std::vector<ThingId> const& ids,
                             std::vector<std::size_t> const& places) {
  if (ids.empty()) return;
  auto const events = db::read_events(transaction_, ids);
  auto fields = db::matched_fields(transaction_, events, words_);
  for (std::size_t i = 0; i < events.size(); ++i) {
    hits[places[i]] = hit_of(events[i]);
    hits[places[i]].matched = std::move(fields[events[i].head.id]);
  }
}

std::int64_t Search::count() { return names_.count() + db::count_matching_events(transaction_, events_); }

}  // namespace annals::service
