#include "service/row_drafts.hpp"

#include <algorithm>
#include <thread>

namespace annals::service {
namespace {

constexpr std::size_t batch_rows = 256;
constexpr std::size_t batch_bytes = std::size_t{1} << 20;
constexpr int threads_max = 4;

}  // namespace

RowDrafts::RowDrafts(lists::ListRowReader const& reader, Read read, Take take)
    : read_(std::move(read)), take_(std::move(take)) {
  auto const count = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, threads_max);
  for (int i = 0; i < count; ++i) workers_.emplace_back(reader, i, count);
}

void RowDrafts::add(csv::Record&& record) {
  for (auto const& cell : record.cells) waiting_bytes_ += cell.size();
  waiting_.records.push_back(std::move(record));
  if (waiting_.records.size() >= batch_rows || waiting_bytes_ >= batch_bytes) begin_batch();
}

RowBatch RowDrafts::draft(Worker& worker, RowBatch batch) const {
  for (auto& record : batch.records) {
    auto row = read_(worker.reader, record);
    if (row && row->faults.empty()) worker.stager.add(*row, record.line, batch.staged);
    batch.remarks.push_back(row ? RowRemarks{true, std::move(row->faults), std::move(row->warnings)}
                                : RowRemarks{});
  }
  return batch;
}

void RowDrafts::begin_batch() {
  if (running_.size() == workers_.size()) take_first();
  auto& worker = workers_[next_worker_];
  running_.push_back(worker.thread.begin([this, &worker, batch = std::exchange(waiting_, {})]() mutable {
    return draft(worker, std::move(batch));
  }));
  next_worker_ = (next_worker_ + 1) % workers_.size();
  waiting_bytes_ = 0;
}

void RowDrafts::take_first() {
  auto const batch = running_.front().get();
  running_.pop_front();
  take_(batch);
}

void RowDrafts::finish() {
  begin_batch();
  while (!running_.empty()) take_first();
}

}  // namespace annals::service
