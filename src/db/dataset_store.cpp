#include "db/dataset_store.hpp"

#include "db/fields.hpp"
#include "sql_queries.hpp"

namespace annals::db {

std::vector<Dataset> read_datasets(Transaction& transaction, std::vector<std::string> const& keys) {
  auto const wanted = keys.empty() ? std::nullopt : std::optional(to_sql(keys));
  return read_all(transaction.run(sql::dataset_list, {{"keys", wanted}}), [](Row const& row) {
    Dataset dataset;
    dataset.id = row.small("id");
    dataset.key = row.text("key");
    dataset.title = row.text("title");
    dataset.description = row.optional_text("description");
    dataset.licence = row.optional_text("licence");
    dataset.citation = row.optional_text("citation");
    dataset.language = row.optional_text("language");
    dataset.visibility = read_word<Visibility>(row, "visibility");
    dataset.version = row.small("version");
    dataset.created_at = row.timestamp("created_at");
    dataset.updated_at = row.timestamp("since");
    return dataset;
  });
}

void lock_dataset(Transaction& transaction, std::string const& key, Patience const& patience) {
  transaction.run(sql::write_lock, {{"key", key}, {"wait", patience.wait}, {"patience", patience.run}});
}

WrittenDataset write_dataset(Transaction& transaction, DatasetDescription const& dataset) {
  transaction.run(sql::write_dataset_known, {{"key", dataset.key}});
  auto const row = transaction.run(sql::write_dataset, {{"key", dataset.key},
                                                        {"title", dataset.title},
                                                        {"description", dataset.description},
                                                        {"licence", dataset.licence},
                                                        {"citation", dataset.citation},
                                                        {"language", dataset.language},
                                                        {"visibility", dataset.visibility},
                                                        {"described", dataset.described}});
  return {row[0].small("dataset_id"), row[0].timestamp("at"), row[0].integer("change_id"),
          row[0].boolean("created"), row[0].boolean("changed")};
}

std::int64_t dataset_bytes(Transaction& transaction, std::string const& key) {
  return transaction.run(sql::dataset_bytes, {{"dataset", key}})[0].integer("bytes");
}

std::string latest_change(Transaction& transaction, std::vector<Dataset> const& datasets) {
  std::vector<int> ids;
  for (auto const& dataset : datasets) ids.push_back(dataset.id);
  return transaction.run(sql::change_latest, {{"dataset_ids", ids}})[0].timestamp("at");
}

std::string instant_of(Transaction& transaction) {
  return transaction.run(sql::change_instant)[0].timestamp("at");
}

}  // namespace annals::db
