#include "db/history_store.hpp"

#include "db/fields.hpp"
#include "db/list_order.hpp"
#include "sql_history.hpp"

namespace annals::db {
namespace {

ChangeNote read_note(Row const& row) {
  return {row.timestamp("at"), row.optional_text("by"), row.optional_text("reason"),
          row.optional_small("batch")};
}

std::string changes_sql() {
  std::string branches(history_sql::dataset_branch.text);
  int rank = 0;
  for (auto const kind : thing_kinds) {
    auto branch = on_table(history_sql::branch.text, word(kind));
    ++rank;
    for (int i = 0; i < 2; ++i) branch = with(std::move(branch), "/* rank */", std::to_string(rank));
    (branches += "\nunion all\n") += branch;
  }
  return with(std::string(history_sql::changes.text), "/* branches */", branches);
}

std::vector<std::string> visibilities(Clearance clearance) {
  std::vector<std::string> all{"public"};
  if (clearance != Clearance::anonymous) all.emplace_back("members");
  if (clearance == Clearance::editor) all.emplace_back("restricted");
  return all;
}

}  // namespace

std::vector<VersionNote> read_versions(Transaction& transaction, ThingKind kind, int dataset_id,
                                       std::string const& key, std::optional<int> before, int limit) {
  return read_all(
      transaction.run(on_table(history_sql::versions.text, word(kind)),
                      {{"dataset_id", dataset_id}, {"key", key}, {"before", before}, {"limit", limit}}),
      [](Row const& row) {
        return VersionNote{{row.small("dataset_id"), row.integer("id")},
                           std::string(row.text("key")),
                           row.small("version"),
                           row.boolean("deleted"),
                           read_note(row)};
      });
}

std::vector<ChangedThing> read_changes(Transaction& transaction, int dataset_id, ChangePlace const& after,
                                       int limit) {
  static std::string const sql = changes_sql();
  return read_all(transaction.run(sql, {{"dataset_id", dataset_id},
                                        {"visibilities", visibilities(transaction.view().clearance)},
                                        {"after_change", after.change},
                                        {"after_rank", after.rank},
                                        {"after_id", after.id},
                                        {"limit", limit}}),
                  [&](Row const& row) {
                    return ChangedThing{from_word<ThingKind>(row.text("kind")),
                                        {{dataset_id, row.integer("id")},
                                         std::string(row.text("key")),
                                         row.small("version"),
                                         row.boolean("deleted"),
                                         read_note(row)},
                                        {row.integer("change_id"), row.small("rank"), row.integer("id")},
                                        row.boolean("was_seen")};
                  });
}

}  // namespace annals::db
