#include "db/export_store.hpp"

#include "base/base64.hpp"
#include "db/fields.hpp"
#include "db/list_order.hpp"
#include "sql_export.hpp"
#include "sql_queries.hpp"

namespace annals::db {
namespace {

constexpr int page_size = 1000;

}  // namespace

void for_each_page(Transaction& transaction, ThingKind kind, int dataset_id,
                   std::function<void(std::vector<ThingId> const&)> const& work) {
  auto const sql = on_table(export_sql::by_key.text, word(kind));
  std::optional<std::string> after;
  for (;;) {
    auto const rows =
        transaction.run(sql, {{"dataset_id", dataset_id}, {"after", after}, {"limit", page_size}});
    if (rows.empty()) return;
    after = rows[rows.size() - 1].text("key");
    work(read_all(rows, [&](Row const& row) { return ThingId{dataset_id, row.integer("id")}; }));
    if (rows.size() < page_size) return;
  }
}

std::map<ThingId, std::vector<EventRelation>> read_own_relations(Transaction& transaction,
                                                                 std::vector<ThingId> const& events) {
  std::map<ThingId, std::vector<EventRelation>> all;
  for (auto const row : transaction.run(sql::relation_of_events, id_params(events))) {
    EventRelation relation;
    relation.event = read_link(row, "event").value();
    relation.relation = read_word<EventRelationKind>(row, "relation");
    relation.other = {std::string(row.text("other_dataset")), std::string(row.text("other_key"))};
    if (relation.other.dataset == row.text("dataset")) relation.other.dataset.clear();
    relation.note = row.optional_text("note");
    all[relation.event.id].push_back(std::move(relation));
  }
  return all;
}

std::vector<std::string> list_bundle_files(Transaction& transaction, int dataset_id) {
  return read_all(transaction.run(sql::bundle_file_list, {{"dataset_id", dataset_id}}),
                  [](Row const& row) { return std::string(row.text("path")); });
}

std::optional<std::string> read_bundle_file(Transaction& transaction, int dataset_id,
                                            std::string const& path) {
  auto const rows = transaction.run(sql::bundle_file_get, {{"dataset_id", dataset_id}, {"path", path}});
  return rows.empty() ? std::nullopt : std::optional(from_base64(rows[0].text("content")));
}

}  // namespace annals::db
