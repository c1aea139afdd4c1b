#include "service/ask_events.hpp"

#include "db/dataset_store.hpp"
#include "db/filter_names.hpp"

namespace annals::service {

std::vector<Dataset> asked_datasets(db::Transaction& transaction, std::vector<std::string> const& keys) {
  auto datasets = db::read_datasets(transaction, keys);
  std::set<std::string> const distinct(keys.begin(), keys.end());
  if (datasets.size() < distinct.size()) not_found();
  return datasets;
}

db::EventQuery ask_events(db::Transaction& transaction, EventFilter filter) {
  if (!filter.datasets.empty()) static_cast<void>(asked_datasets(transaction, filter.datasets));
  auto names = db::look_up_names(transaction, filter);
  return {std::move(filter), std::move(names), {}};
}

}  // namespace annals::service
