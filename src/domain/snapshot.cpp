#include "domain/snapshot.hpp"

#include <charconv>

#include "domain/vocabulary.hpp"

namespace annals {

std::string snapshot_path(std::string const& timeline, int number) {
  return std::string(snapshots_folder) + timeline + '/' + std::to_string(number) + ".json";
}

std::optional<SnapshotHead> snapshot_at(std::string_view path) {
  auto const slash = path.rfind('/');
  if (!path.starts_with(snapshots_folder) || slash < snapshots_folder.size()) return std::nullopt;
  SnapshotHead head;
  head.timeline = path.substr(snapshots_folder.size(), slash - snapshots_folder.size());
  std::from_chars(path.data() + slash + 1, path.data() + path.size(), head.number);
  bool const is_one = is_key(head.timeline) && head.number > 0 && head.number <= snapshot_number_max;
  // Written anew it must be the same: no leading zero, nothing behind it.
  if (!is_one || snapshot_path(head.timeline, head.number) != path) return std::nullopt;
  return head;
}

}  // namespace annals
