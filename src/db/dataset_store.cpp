#include "db/dataset_store.hpp"

#include "db/fields.hpp"
#include "sql_queries.hpp"

namespace annals::db {

std::vector<Dataset> read_datasets(Transaction& transaction, std::vector<std::string> const& keys) {
  std::vector<Dataset> all;
  auto const wanted = keys.empty() ? std::nullopt : std::optional(to_sql(keys));
  for (auto const row : transaction.run(sql::dataset_list, {{"keys", wanted}})) {
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
    all.push_back(std::move(dataset));
  }
  return all;
}

std::string instant_of(Transaction& transaction) {
  return transaction.run(sql::change_instant)[0].timestamp("at");
}

}  // namespace annals::db
