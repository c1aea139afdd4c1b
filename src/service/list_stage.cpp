#include "service/list_stage.hpp"

namespace annals::service {
namespace {

constexpr std::size_t loaded_at_once = std::size_t{4} << 20;

}  // namespace

void ListStage::add(StagedRows const& rows) {
  waiting_.append(rows);
  if (waiting_.bytes() >= loaded_at_once) load();
}

void ListStage::load() {
  if (loaded_.valid()) loaded_.get();
  std::swap(waiting_, loading_);
  loaded_ = thread_.begin([this] {
    for (std::size_t i = 0; i < StagedRows::stages.size(); ++i) {
      auto const stage = static_cast<StagedRows::Stage>(i);
      auto& rows = loading_.of(stage);
      if (rows.text().empty()) continue;
      auto copy = store_.copy_in(StagedRows::stages[i], staged_columns_of(stage));
      copy.send(rows);
      copy.finish();
    }
  });
}

void ListStage::finish() {
  load();
  loaded_.get();
}

}  // namespace annals::service
