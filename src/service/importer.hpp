#pragma once

#include <functional>
#include <mutex>

#include "db/batch_store.hpp"
#include "db/owner.hpp"
#include "db/pool.hpp"
#include "service/import_format.hpp"

namespace annals::service {

struct ImportResult {
  std::string dataset;
  std::int64_t rows_read = 0;
  db::ImportCounts counts;
  std::int64_t rejected = 0;    ///< rows, under OnError::skip
  std::vector<Fault> faults;    ///< theirs, at most 1,000
  std::vector<Fault> warnings;  ///< at most 1,000
};

/// Who sends a file, and what is known of it.
struct ImportSender {
  std::optional<int> key_id;  ///< nothing: the command line
  std::optional<std::string> reason;
  std::optional<std::string> file_sha256;  ///< hexadecimal
  std::int64_t bytes = 0;
};

/// The one way of an import, whatever its format and wherever it came from: a batch that is queued, runs and
/// ends. What it stores and that it is done are one commit; killed before that, the batch is found by the
/// next Importer and is failed. Has connections of its own, so that nobody waits for an import's.
class Importer {
 public:
  /// Ends what programs left that are gone. `quota`: how many bytes a dataset may have, as
  /// db::dataset_bytes() counts; 0 for no limit.
  explicit Importer(db::Pool const& pool, std::int64_t quota = 0);

  /// Throws Error(quota) where the dataset has no room left.
  void check_quota(db::Transaction& transaction, std::string const& dataset) const;

  /// Queues a batch in the caller's transaction: run it once that is committed.
  db::BatchId create(db::Transaction& transaction, ImportOptions const& options, ImportSender const& sender);
  db::BatchId create(ImportOptions const& options, ImportSender const& sender);

  using Watch = std::function<void(db::BatchProgress const&)>;
  /// Runs a batch of ours to its end. `format` is made when the batch runs, and what it throws is the
  /// batch's failure; `watch` is told of the progress by another thread, four times a second. Throws what
  /// made it fail (for faults of rows an Error with the first 1,000), ImportStopped, or Error(not_found)
  /// where it was cancelled before.
  using MakeFormat = std::function<std::unique_ptr<ImportFormat>()>;
  ImportResult run(db::BatchId const& id, ImportOptions const& options, MakeFormat const& format,
                   ImportProgress& progress, Watch const& watch = nullptr);

 private:
  class Run;
  /// After a bulk load: an undone or cancelled one leaves nothing worth it.
  void tidy(db::ImportCounts const& counts);

  db::Pool pool_;
  std::int64_t quota_;
  db::Owner owner_;
};

}  // namespace annals::service
