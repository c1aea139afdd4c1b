#include "service/related_events.hpp"

#include <functional>
#include <set>

#include "base/deadline.hpp"
#include "db/relation_store.hpp"

namespace annals::service {
namespace {

constexpr std::size_t walked_at_once = 500;
constexpr std::chrono::seconds patience{30};

std::vector<ThingId> chunk(std::vector<ThingId> const& ids, std::size_t at) {
  auto const from = ids.begin() + static_cast<std::ptrdiff_t>(at);
  return {from, from + static_cast<std::ptrdiff_t>(std::min(walked_at_once, ids.size() - at))};
}

}  // namespace

std::vector<ThingId> related_events(db::Transaction& transaction, std::vector<ThingId> seeds, int hops,
                                    std::optional<Day> known_by) {
  Deadline const deadline(patience);
  EventReader reader(transaction, known_by);
  std::set<ThingId> all(seeds.begin(), seeds.end());
  auto fresh = std::move(seeds);
  for (int hop = 0; hop < hops && !fresh.empty(); ++hop) {
    std::vector<ThingId> next;
    for (std::size_t at = 0; at < fresh.size(); at += walked_at_once) {
      deadline.check();
      auto from = chunk(fresh, at);
      if (known_by) {
        std::vector<ThingId> known;
        for (auto const& one : reader.read(from)) {
          if (one.is_known) known.push_back(one.event.head.id);
        }
        from = std::move(known);
      }
      for (auto const& [id, neighbour] : db::read_neighbours(transaction, from, {})) {
        if (all.insert(neighbour).second) next.push_back(neighbour);
      }
    }
    fresh = std::move(next);
  }
  return {all.begin(), all.end()};
}

std::map<ThingId, std::vector<ThingId>> fold_same(db::Transaction& transaction,
                                                  std::vector<ThingId>& events) {
  std::set<ThingId> const asked(events.begin(), events.end());
  std::multimap<ThingId, ThingId> same;
  for (std::size_t at = 0; at < events.size(); at += walked_at_once) {
    same.merge(db::read_neighbours(transaction, chunk(events, at), {EventRelationKind::same_as}));
  }
  std::map<ThingId, std::vector<ThingId>> folded;
  std::set<ThingId> gone;
  for (auto const& first : events) {
    if (gone.contains(first)) continue;
    std::vector<ThingId> group{first};
    for (std::size_t i = 0; i < group.size(); ++i) {  // grows as it goes: same as what is the same
      gone.insert(group[i]);
      for (auto [at, end] = same.equal_range(group[i]); at != end; ++at) {
        if (asked.contains(at->second) && gone.insert(at->second).second) group.push_back(at->second);
      }
    }
    if (group.size() > 1) folded[first].assign(group.begin() + 1, group.end());
  }
  std::set<ThingId> others;
  for (auto const& [first, rest] : folded) others.insert(rest.begin(), rest.end());
  std::erase_if(events, [&](ThingId const& id) { return others.contains(id); });
  return folded;
}

}  // namespace annals::service
