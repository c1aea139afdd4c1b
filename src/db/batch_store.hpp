#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "db/import_store.hpp"

namespace annals::db {

/// Who a batch is.
struct BatchId {
  int dataset_id = 0;
  int number = 0;
  auto operator<=>(BatchId const&) const = default;
};

/// A batch before it has a number. What is nothing was not said.
struct NewBatch {
  std::string dataset;  ///< the key
  std::string profile;
  std::optional<std::string> file_name;
  std::optional<std::string> file_sha256;  ///< hexadecimal
  bool dry_run = false;
  std::string on_error = "abort";
  std::string missing = "keep";
  std::optional<std::string> encoding;
  std::optional<std::string> delimiter;
  std::optional<std::string> date_order;
  std::optional<std::string> sheet;
  std::int64_t bytes_total = 0;
  std::optional<int> key_id;  ///< nothing: the command line
  std::optional<std::string> reason;
  std::int64_t owner = 0;  ///< db/owner
};

/// How far a batch is, or came.
struct BatchProgress {
  std::int64_t bytes_total = 0;
  std::int64_t bytes_read = 0;
  std::int64_t rows_read = 0;
};

/// What a batch came to.
struct BatchEnd {
  std::string state;  ///< done, failed, cancelled
  std::optional<std::string> problem;
  std::optional<std::string> detail;
  BatchProgress progress;
  ImportCounts counts;
  std::int64_t rejected = 0;
  std::int64_t warnings = 0;
  std::vector<std::string> header;        ///< of the file, where it is one
  std::optional<std::int64_t> change_id;  ///< where its merge changed anything
};

/// A batch as it stands.
struct Batch {
  BatchId id;
  std::string profile;
  std::optional<std::string> file_name;
  std::string state;
  bool dry_run;
  std::string on_error;
  std::string missing;
  std::optional<std::string> encoding, delimiter, date_order, sheet;
  BatchProgress progress;
  ImportCounts counts;
  std::int64_t rejected;
  std::int64_t warnings;
  std::string created_at;
  std::optional<std::string> started_at, finished_at;
  std::optional<std::string> problem, detail;
  std::optional<std::int64_t> change_id;
  std::vector<std::string> header;
  std::optional<std::string> by;  ///< the name of whose key it was
};

/// A fault or warning of a batch's file. `file` is that of a bundle, `line` 0 that of a whole file.
struct BatchRow {
  std::string file;
  int line = 0;
  int position = 0;
  bool is_error = true;
  std::string field;
  std::string code;
  std::string message;
  std::optional<std::vector<std::string>> cells;  ///< the row as it stood, with the first of its faults
};

/// Queues a batch; the dataset may not be there yet.
BatchId create_batch(Transaction& transaction, NewBatch const& batch);
/// False where it is not queued any more.
[[nodiscard]] bool start_batch(Transaction& transaction, BatchId const& id, std::int64_t owner);
/// Says whether the batch is to stop.
bool note_progress(Transaction& transaction, BatchId const& id, BatchProgress const& progress);
/// Throws Error(not_found) where the batch went with its dataset.
void end_batch(Transaction& transaction, BatchId const& id, BatchEnd const& end);
/// Cancels a queued batch or asks a running one to stop. Its state then; nothing where it has ended.
[[nodiscard]] std::optional<std::string> stop_batch(Transaction& transaction, BatchId const& id);
void mark_undone(Transaction& transaction, BatchId const& id);
/// Ends as failed what programs left that are gone.
void recover_batches(Transaction& transaction);

void clear_batch_rows(Transaction& transaction, BatchId const& id);
void add_batch_rows(Transaction& transaction, BatchId const& id, std::vector<BatchRow> const& rows);

/// Throws Error(not_found).
[[nodiscard]] Batch read_batch(Transaction& transaction, std::string const& dataset, int number);
/// Newest first, those before the number.
[[nodiscard]] std::vector<Batch> read_batches(Transaction& transaction, std::string const& dataset,
                                              std::optional<int> before, int limit);
/// Throws Error(not_found) where there is neither such a dataset nor a batch of it.
[[nodiscard]] std::int64_t count_batches(Transaction& transaction, std::string const& dataset);
/// In the order of lines, behind a row.
[[nodiscard]] std::vector<BatchRow> read_batch_rows(Transaction& transaction, BatchId const& id,
                                                    BatchRow const& after, int limit);
/// The first of its faults.
[[nodiscard]] std::vector<BatchRow> read_batch_faults(Transaction& transaction, BatchId const& id, int limit);

}  // namespace annals::db
