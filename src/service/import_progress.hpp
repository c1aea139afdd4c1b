#pragma once

#include <atomic>
#include <cstdint>
#include <stdexcept>

#include "base/error.hpp"
#include "db/batch_store.hpp"

namespace annals::service {

/// An import was told to stop. No Error: it is no fault of the file.
class ImportStopped : public std::runtime_error {
 public:
  ImportStopped() : std::runtime_error("the import was cancelled") {}
};

/// How far an import is: told by the thread that reads its file, looked at and stopped by others.
class ImportProgress {
 public:
  static constexpr std::int64_t rows_max = 10'000'000;

  void restart() { bytes_total_ = bytes_read_ = rows_read_ = 0; }
  void expect(std::int64_t bytes) { bytes_total_ = bytes; }
  /// Throws ImportStopped: call it for each block.
  void read(std::size_t bytes) {
    bytes_read_ += static_cast<std::int64_t>(bytes);
    if (stopped_) throw ImportStopped();
  }
  /// Throws Error(too_many_rows).
  void read_rows(int rows) {
    if ((rows_read_ += rows) > rows_max) throw Error(Problem::too_many_rows, "has more than 10,000,000 rows");
  }

  [[nodiscard]] db::BatchProgress now() const { return {bytes_total_, bytes_read_, rows_read_}; }
  void stop() { stopped_ = true; }
  /// The program ends: the import fails, and nobody cancelled it.
  void interrupt() {
    interrupted_ = true;
    stop();
  }
  [[nodiscard]] bool is_interrupted() const { return interrupted_; }
  [[nodiscard]] bool is_stopped() const { return stopped_; }

 private:
  std::atomic<std::int64_t> bytes_total_ = 0;
  std::atomic<std::int64_t> bytes_read_ = 0;
  std::atomic<std::int64_t> rows_read_ = 0;
  std::atomic<bool> stopped_ = false;
  std::atomic<bool> interrupted_ = false;
};

}  // namespace annals::service
