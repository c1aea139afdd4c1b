#include "service/count_events.hpp"

#include <map>

#include "service/select_events.hpp"

namespace annals::service {
namespace {

constexpr int groups_max = 10000;

template <class Groups>
Groups within_limit(Groups groups) {
  if (groups.size() > groups_max)
    throw Error(Problem::too_many_groups, "there are more than 10,000 groups; ask for fewer");
  return groups;
}

/// Whether claims conflict the database does not know: those events are judged first, then counted.
db::EventQuery judged(db::Transaction& transaction, db::EventQuery query) {
  db::EventQuery those;
  those.filter.undated = true;
  those.names.datasets = query.names.datasets;
  those.among = EventSelection(transaction, std::move(query)).all();
  return those;
}

std::optional<std::string> parent_of(std::string const& type) {
  auto const dot = type.rfind('.');
  return dot == std::string::npos ? std::nullopt : std::optional(type.substr(0, dot));
}

}  // namespace

std::vector<EventGroup> count_events(db::Transaction& transaction, db::EventQuery query,
                                     Grouping const& grouping) {
  if (query.filter.known_by)
    throw Error(Problem::not_with_known_by,
                "counts are of the events as they are; known_by is for lists and timelines");
  if (query.filter.disputed) query = judged(transaction, std::move(query));
  return within_limit(db::group_events(transaction, query, grouping, groups_max + 1));
}

std::vector<TypeCount> count_types(db::Transaction& transaction, std::vector<std::string> const& datasets) {
  std::map<std::string, TypeCount> types;
  auto const at = [&](std::string const& type) -> TypeCount& {
    return types.try_emplace(type, TypeCount{type, parent_of(type)}).first->second;
  };
  for (auto const& [type, count] : within_limit(db::count_types(transaction, datasets, groups_max + 1))) {
    at(type).count = count;
    for (std::optional<std::string> above = type; above; above = parent_of(*above)) at(*above).total += count;
  }
  std::vector<TypeCount> all;
  for (auto& [name, type] : types) all.push_back(std::move(type));
  return all;
}

}  // namespace annals::service
