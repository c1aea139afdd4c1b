#include "service/snapshots.hpp"

#include "db/thing_list.hpp"
#include "db/timeline_store.hpp"
#include "service/ask_saved_timeline.hpp"
#include "wire/timeline_parts.hpp"

namespace annals::service {
namespace {

/// Sees what anyone sees for as long as it lives.
class PublicEyes {
 public:
  explicit PublicEyes(db::Transaction& transaction) : transaction_(transaction), before_(transaction.view()) {
    transaction_.look_as({before_.as_of, db::Clearance::anonymous});
  }
  ~PublicEyes() { transaction_.look_as(before_); }
  PublicEyes(PublicEyes&&) = delete;

 private:
  db::Transaction& transaction_;
  db::View before_;
};

std::optional<ThingId> find_saved(db::Transaction& transaction, std::string const& dataset,
                                  std::string const& key) {
  return db::find_thing(transaction, ThingKind::timeline, dataset, key);
}

void refuse_beyond(db::SnapshotRoom const& room, std::size_t bytes) {
  bool const is_full = room.snapshots >= snapshots_max || room.number > snapshot_number_max ||
                       room.bytes + static_cast<std::int64_t>(bytes) > snapshots_bytes_max;
  if (is_full) throw Error(Problem::too_many, "a dataset has at most 500 snapshots, and 1 GiB of them");
  if (bytes > snapshot_bytes_max) throw Error(Problem::too_long, "a snapshot has at most 16 MiB");
}

}  // namespace

std::string draw_public_timeline(db::Transaction& transaction, std::string const& dataset,
                                 std::string const& key, DrawTimeline const& draw) {
  if (!find_saved(transaction, dataset, key)) not_found();
  PublicEyes const eyes(transaction);
  auto const id = find_saved(transaction, dataset, key);
  if (!id)
    throw Error(Problem::wrong_state, "the timeline is not public; a snapshot is of what everybody sees");
  return draw(transaction,
              ask_saved_timeline(transaction, db::read_timelines(transaction, {*id}).front(), {}));
}

Snapshot freeze_timeline(db::Transaction& transaction, std::string const& dataset, std::string const& key,
                         db::Author const& author, DrawTimeline const& draw) {
  db::Change change(transaction, dataset, author);
  auto const parts = wire::take_apart(draw_public_timeline(transaction, dataset, key, draw));
  auto const content = wire::canonical_timeline(parts);
  auto const room = db::snapshot_room(transaction, change.dataset_id(), key);
  refuse_beyond(room, content.size());
  change.keep_snapshot({key, room.number, parts.title, static_cast<int>(parts.entries.size())}, content);
  return db::read_snapshots(transaction, dataset, key, room.number - 1, 1).front();
}

std::vector<Snapshot> list_snapshots(db::Transaction& transaction, std::string const& dataset,
                                     std::string const& key, int after, int limit) {
  auto all = db::read_snapshots(transaction, dataset, key, after, limit);
  bool const is_known = !all.empty() || find_saved(transaction, dataset, key) ||
                        (after > 0 && !db::read_snapshots(transaction, dataset, key, 0, 1).empty());
  if (!is_known) not_found();
  return all;
}

db::SnapshotContent read_snapshot(db::Transaction& transaction, std::string const& dataset,
                                  std::string const& key, int number) {
  auto found = db::read_snapshot(transaction, dataset, key, number);
  if (!found) not_found();
  return std::move(*found);
}

}  // namespace annals::service
