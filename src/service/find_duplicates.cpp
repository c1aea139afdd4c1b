#include "service/find_duplicates.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>
#include <tuple>

#include "service/ask_events.hpp"

namespace annals::service {
namespace {

constexpr int events_at_once = 500;
constexpr std::size_t pairs_of_stretch = 20000;
constexpr int stretch_events_max = 20000;
constexpr int candidates_of_each = 100;
constexpr int candidates_of_one = 5000;
// A page that found nothing looks on, but not for ever.
constexpr int stretches_of_page = 3;
constexpr std::chrono::seconds patience_with_search{30};
db::DatedEvent const first_of_all{std::numeric_limits<int>::min(), {}};

/// Where a page ended: in which stretch, and behind which of its pairs.
struct PairPlace {
  db::DatedEvent stretch = first_of_all;
  std::optional<DuplicateProposal> last = {};
};

db::SortKey sort_key_of(PairPlace const& place) {
  std::vector<std::int64_t> numbers{place.stretch.day, place.stretch.id.dataset, place.stretch.id.id};
  if (place.last) {
    auto const& [a, b, score] = *place.last;
    numbers.insert(numbers.end(), {score.permille, a.dataset, a.id, b.dataset, b.id});
  }
  db::SortKey key;
  for (auto const number : numbers) key.push_back(std::to_string(number));
  return key;
}

PairPlace place_of(db::SortKey const& key) {
  std::vector<std::int64_t> numbers(key.size());
  for (std::size_t i = 0; i < key.size(); ++i)
    std::from_chars(key[i].data(), key[i].data() + key[i].size(), numbers[i]);
  auto const small = [&](std::size_t at) { return static_cast<int>(numbers.at(at)); };
  PairPlace place{{small(0), {small(1), numbers.at(2)}}, {}};
  if (numbers.size() > 3) place.last = {{small(4), numbers.at(5)}, {small(6), numbers.at(7)}, {small(3), {}}};
  return place;
}

struct BestFirst {
  bool operator()(DuplicateProposal const& one, DuplicateProposal const& two) const {
    return std::tie(two.score.permille, one.a, one.b) < std::tie(one.score.permille, two.a, two.b);
  }
};

}  // namespace

DuplicateSearch::DuplicateSearch(db::Transaction& transaction, DuplicateQuestion question)
    : deadline_(patience_with_search),
      transaction_(transaction),
      question_(std::move(question)),
      compared_(transaction) {
  for (auto const& dataset : asked_datasets(transaction, question_.datasets)) datasets_.push_back(dataset.id);
  candidates_.among = datasets_;
  candidates_.days = question_.days;
  candidates_.km = question_.km;
  candidates_.across = !question_.of && datasets_.size() > 1;
  candidates_.both_ways = question_.of.has_value();
  candidates_.each = question_.of ? candidates_of_one : candidates_of_each;
}

void DuplicateSearch::score(std::vector<db::EventPair> const& pairs, Take const& take) {
  std::set<ThingId> ids;
  for (auto const& [a, b] : pairs) ids.insert({a, b});
  auto const events = compared_.read({ids.begin(), ids.end()});
  for (auto [a, b] : pairs) {
    auto const& one = events.at(a);
    auto const& other = events.at(b);
    if (one.point && other.point && distance_km(*one.point, *other.point) > question_.km) continue;
    auto score = duplicate_score(one, other);
    if (score.permille < question_.permille_min) continue;
    if (!question_.of && b < a) std::swap(a, b);
    take({a, b, std::move(score)});
  }
}

std::optional<db::DatedEvent> DuplicateSearch::go_through(db::DatedEvent const& from, Take const& take) {
  if (question_.of) {
    score(db::candidates(transaction_, {*question_.of}, candidates_), take);
    return std::nullopt;
  }
  auto at = from;
  std::size_t scored = 0;
  for (int gone = 0; scored < pairs_of_stretch && gone < stretch_events_max; gone += events_at_once) {
    deadline_.check();
    auto const events = db::next_dated_events(transaction_, datasets_, at, events_at_once);
    std::vector<ThingId> ids;
    for (auto const& event : events) ids.push_back(event.id);
    auto const pairs = db::candidates(transaction_, ids, candidates_);
    score(pairs, take);
    scored += pairs.size();
    if (events.size() < static_cast<std::size_t>(events_at_once)) return std::nullopt;
    at = events.back();
  }
  return at;
}

DuplicateSearch::Page DuplicateSearch::page(db::SortKey const* after, int limit) {
  auto place = after != nullptr ? place_of(*after) : PairPlace{};
  Page page;
  for (int stretch = 1;; ++stretch) {
    std::set<DuplicateProposal, BestFirst> best;
    auto const next = go_through(place.stretch, [&](DuplicateProposal proposal) {
      if (place.last && !BestFirst()(*place.last, proposal)) return;
      best.insert(std::move(proposal));
      if (best.size() > static_cast<std::size_t>(limit) + 1) best.erase(std::prev(best.end()));
    });
    bool const is_full = best.size() > static_cast<std::size_t>(limit);
    if (is_full) best.erase(std::prev(best.end()));
    page.proposals.assign(best.begin(), best.end());
    if (is_full)
      page.next = sort_key_of({place.stretch, page.proposals.back()});
    else if (next)
      page.next = sort_key_of({*next, {}});
    if (!next || !page.proposals.empty() || stretch == stretches_of_page) return page;
    place = {*next, {}};
  }
}

std::int64_t DuplicateSearch::count() {
  std::int64_t all = 0;
  std::optional<db::DatedEvent> at = first_of_all;
  while (at) at = go_through(*at, [&](DuplicateProposal const&) { ++all; });
  return all;
}

}  // namespace annals::service
