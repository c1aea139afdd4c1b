#pragma once

#include <deque>
#include <functional>
#include <future>
#include <optional>
#include <vector>

#include "base/work_thread.hpp"
#include "csv/tokenizer.hpp"
#include "lists/list_row.hpp"
#include "service/staged_rows.hpp"

namespace annals::service {

/// What was found in one record. `is_read`: it could be read as a row at all.
struct RowRemarks {
  bool is_read = false;
  std::vector<Fault> faults = {};
  std::vector<Fault> warnings = {};
};

/// Some hundred records on their way: the remarks of each, and what those without faults become.
struct RowBatch {
  std::vector<csv::Record> records;
  std::vector<RowRemarks> remarks;
  StagedRows staged;
};

/// Makes things of a list's rows on threads of their own, batch by batch, and gives them in the order of the
/// file. What is on its way is bounded.
class RowDrafts {
 public:
  /// Nothing where the record is no row to read. Called on several threads, on each with a reader of its own.
  using Read = std::function<std::optional<lists::ListRow>(lists::ListRowReader&, csv::Record&)>;
  /// On the thread that adds.
  using Take = std::function<void(RowBatch const&)>;

  RowDrafts(lists::ListRowReader const& reader, Read read, Take take);

  void add(csv::Record&& record);
  /// Everything that was added was taken then.
  void finish();

 private:
  struct Worker {
    Worker(lists::ListRowReader const& of_list, int number, int of) : reader(of_list), stager(number, of) {}
    lists::ListRowReader reader;
    RowStager stager;
    WorkThread thread;
  };
  [[nodiscard]] RowBatch draft(Worker& worker, RowBatch batch) const;
  void begin_batch();
  void take_first();

  Read read_;
  Take take_;
  std::deque<Worker> workers_;  // batch after batch in turn
  std::size_t next_worker_ = 0;
  RowBatch waiting_;
  std::size_t waiting_bytes_ = 0;
  std::deque<std::future<RowBatch>> running_;
};

}  // namespace annals::service
