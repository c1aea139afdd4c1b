#include "http/handlers/datasets.hpp"

#include "db/dataset_store.hpp"
#include "http/handlers/answers.hpp"
#include "http/paging.hpp"

namespace annals::http {

Response list_datasets(Call& call) {
  accept_json(call);
  Paging const paging(call);
  accept_no_more(call);
  auto datasets = db::read_datasets(call.transaction(), {});
  auto const total = static_cast<std::int64_t>(datasets.size());
  if (auto const* after = paging.after())
    std::erase_if(datasets, [&](Dataset const& dataset) { return dataset.key <= after->front(); });
  db::SortKey last;
  if (datasets.size() > static_cast<std::size_t>(paging.limit())) {
    datasets.erase(datasets.begin() + paging.limit(), datasets.end());
    last = {datasets.back().key};
  }
  return paging.answer(array_members(datasets), last.empty() ? nullptr : &last, [&] { return total; });
}

Response get_dataset(Call& call) {
  accept_no_more(call);
  if (!is_key(call.name("dataset"))) not_found();
  auto const datasets = db::read_datasets(call.transaction(), {call.name("dataset")});
  if (datasets.empty()) not_found();
  return answer_one(datasets.front(), datasets.front().version);
}

}  // namespace annals::http
