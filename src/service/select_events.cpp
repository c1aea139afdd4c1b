#include "service/select_events.hpp"

#include <algorithm>

#include "domain/date_columns.hpp"
#include "domain/event_passes.hpp"

namespace annals::service {
namespace {

constexpr int judged_at_once = 100;
constexpr int chunk_of_ids = 10000;
constexpr std::chrono::seconds page_patience{30};

std::vector<ThingId> ids_of(std::vector<db::ListItem> const& items) {
  std::vector<ThingId> ids;
  for (auto const& item : items) ids.push_back(item.id);
  return ids;
}

}  // namespace

std::optional<Day> known_day(EventFilter const& filter) {
  return filter.known_by ? std::optional(filter.known_by->bounds().end.latest->day) : std::nullopt;
}

EventSelection::EventSelection(db::Transaction& transaction, db::EventQuery query)
    : transaction_(transaction),
      query_(std::move(query)),
      reader_(transaction, known_day(query_.filter)),
      deadline_(page_patience) {}

/// The dates known at a day are nowhere stored: only with all of them in hand is their order known.
bool EventSelection::is_ranked() const {
  auto const sort = query_.filter.sort;
  return query_.filter.known_by && (sort == EventSort::date || sort == EventSort::date_descending);
}

std::vector<JudgedEvent> EventSelection::chosen(std::vector<db::ListItem> const& items) {
  deadline_.check();
  auto events = reader_.read_for_list(ids_of(items));
  auto const& filter = query_.filter;
  if (filter.known_by) {
    std::erase_if(
        events, [&](JudgedEvent const& one) { return !passes(one.event, one.claims, filter, query_.names); });
    if (filter.words) {
      std::vector<std::pair<ThingId, std::optional<ThingId>>> places;
      for (auto const& one : events) {
        auto const& place = one.event.place;
        places.emplace_back(one.event.head.id, place ? std::optional(place->link.id) : std::nullopt);
      }
      auto const found = db::with_words(transaction_, *filter.words, places, *known_day(filter));
      std::erase_if(events, [&](JudgedEvent const& one) { return !found.contains(one.event.head.id); });
    }
    for (auto const& one : events) claims_without_date_ += one.claims_without_date;
    std::erase_if(events, [](JudgedEvent const& one) { return !one.is_known; });
  }
  if (filter.disputed)
    std::erase_if(events, [](JudgedEvent const& one) { return one.event.disputed.empty(); });
  return events;
}

EventSelection::Page EventSelection::page(db::SortKey const* after, int limit) {
  deadline_ = Deadline(page_patience);  // an export is as many pages as it takes
  if (is_ranked()) return ranked_page(after, limit);
  Page page;
  std::vector<db::SortKey> keys;
  auto const wanted = static_cast<std::size_t>(limit);
  std::optional<db::SortKey> position = after != nullptr ? std::optional(*after) : std::nullopt;
  int const batch = is_judged() ? judged_at_once : limit + 1;
  while (page.events.size() <= wanted) {
    auto const items = db::matching_events(transaction_, query_, position ? &*position : nullptr, batch);
    if (items.empty()) break;
    auto events = chosen(items);
    for (std::size_t i = 0, e = 0; i < items.size() && e < events.size(); ++i) {
      if (items[i].id != events[e].event.head.id) continue;
      keys.push_back(items[i].sort_key);
      page.events.push_back(std::move(events[e++]));
    }
    if (static_cast<int>(items.size()) < batch) break;
    position = items.back().sort_key;
  }
  if (page.events.size() > wanted) {
    page.next = keys[wanted - 1];
    page.events.erase(page.events.begin() + limit, page.events.end());
  }
  return page;
}

EventSelection::FetchedPage EventSelection::fetch(db::SortKey const* after, int limit) {
  if (is_judged()) {
    auto ready = page(after, limit);
    return {[events = std::move(ready.events)] { return events; }, std::move(ready.next)};
  }
  auto items = db::matching_events(transaction_, query_, after, limit);
  std::optional<db::SortKey> next;
  if (static_cast<int>(items.size()) == limit) next = items.back().sort_key;
  auto fetched = std::make_shared<FetchedList>(transaction_, ids_of(items));
  return {[fetched] { return fetched->judged(); }, std::move(next)};
}

std::vector<ThingId> EventSelection::all() {
  std::vector<ThingId> ids;
  if (is_ranked()) {
    rank_all();
    for (auto const& one : *ranked_) ids.push_back(one.id);
    return ids;
  }
  std::optional<db::SortKey> position;
  int const batch = is_judged() ? judged_at_once : chunk_of_ids;
  while (true) {
    deadline_.check();
    auto const items = db::matching_events(transaction_, query_, position ? &*position : nullptr, batch);
    if (is_judged()) {
      for (auto const& one : chosen(items)) ids.push_back(one.event.head.id);
    } else {
      for (auto const& item : items) ids.push_back(item.id);
    }
    if (static_cast<int>(items.size()) < batch) return ids;
    position = items.back().sort_key;
  }
}

std::int64_t EventSelection::count() {
  return is_judged() ? static_cast<std::int64_t>(all().size())
                     : db::count_matching_events(transaction_, query_);
}

void EventSelection::rank_all() {
  if (ranked_) return;
  ranked_.emplace();
  auto asked = query_;
  asked.filter.sort = EventSort::date;
  std::optional<db::SortKey> position;
  while (true) {
    auto const items =
        db::matching_events(transaction_, asked, position ? &*position : nullptr, judged_at_once);
    for (auto const& one : chosen(items)) {
      auto const& head = one.event.head;
      auto const days = columns_of(one.event.date);
      ranked_->push_back(
          {{!one.event.date, days.sort_day, days.sort_last, days.sort_instant, head.dataset, head.key},
           head.id});
    }
    if (static_cast<int>(items.size()) < judged_at_once) break;
    position = items.back().sort_key;
  }
  std::sort(ranked_->begin(), ranked_->end(), [&](Ranked const& a, Ranked const& b) { return before(a, b); });
}

bool EventSelection::before(Ranked const& a, Ranked const& b) const {
  if (query_.filter.sort == EventSort::date) return a.rank < b.rank;
  bool const a_undated = std::get<0>(a.rank), b_undated = std::get<0>(b.rank);
  return a_undated != b_undated ? b_undated : a.rank > b.rank;
}

EventSelection::Page EventSelection::ranked_page(db::SortKey const* after, int limit) {
  rank_all();
  auto from = ranked_->begin();
  if (after != nullptr) {
    auto const& k = *after;
    Ranked const last{
        {k.at(0) == "t", std::stoi(k.at(1)), std::stoi(k.at(2)), std::stoll(k.at(3)), k.at(4), k.at(5)}, {}};
    from = std::upper_bound(ranked_->begin(), ranked_->end(), last,
                            [&](Ranked const& a, Ranked const& b) { return before(a, b); });
  }
  auto const to = from + std::min<std::ptrdiff_t>(limit, ranked_->end() - from);
  std::vector<ThingId> ids;
  for (auto at = from; at != to; ++at) ids.push_back(at->id);
  Page page{reader_.read_for_list(ids), {}};
  if (to != ranked_->end() && to != from) {
    auto const& [undated, day, last, instant, dataset, key] = std::prev(to)->rank;
    page.next = {undated ? "t" : "f",
                 std::to_string(day),
                 std::to_string(last),
                 std::to_string(instant),
                 dataset,
                 key};
  }
  return page;
}

}  // namespace annals::service
