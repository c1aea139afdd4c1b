#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "csv/bundle_writer.hpp"
#include "service/importer.hpp"
#include "service/spool_file.hpp"

namespace annals::service {

/// The imports of a service: files that arrive, wait and are imported one after the other. Thread-safe.
class ImportQueue {
 public:
  /// As many may arrive and wait.
  static constexpr int places_max = 8;

  using LogFailure = std::function<void(std::string const& import, std::exception const& error)>;
  /// `folder`: for the files, and for nothing else; nothing: one of its own. `quota`: as of an Importer.
  ImportQueue(db::Pool const& pool, std::filesystem::path const& folder, std::int64_t quota, LogFailure log);
  /// What runs is interrupted. What waits is found by the next service.
  ~ImportQueue();
  ImportQueue(ImportQueue&&) = delete;

  /// The right to wait, for as long as it lives.
  class Place {
   public:
    explicit Place(ImportQueue& queue) : queue_(queue) {}
    ~Place() { queue_.give_back_place(); }
    Place(Place&&) = delete;

   private:
    ImportQueue& queue_;
  };
  /// Throws Error(busy).
  [[nodiscard]] std::unique_ptr<Place> take_place();
  [[nodiscard]] std::unique_ptr<SpoolFile> new_file() { return std::make_unique<SpoolFile>(folder_); }

  [[nodiscard]] Importer& importer() { return importer_; }
  struct Job {
    db::BatchId id;
    ImportOptions options;
    std::unique_ptr<SpoolFile> file;
    std::unique_ptr<Place> place;
  };
  /// Of a batch that is queued.
  void push(Job job);
  /// Stops it at once where it runs here; what waits is not begun once the database says so.
  void stop(db::BatchId const& id);

 private:
  void work();
  void run(Job const& job, ImportProgress& progress);
  void give_back_place();

  std::unique_ptr<csv::TemporaryFolder> own_folder_;
  std::filesystem::path folder_;
  LogFailure log_;
  Importer importer_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> waiting_;
  int places_ = places_max;
  bool closing_ = false;
  std::optional<db::BatchId> running_;
  ImportProgress* progress_ = nullptr;  // of what runs
  std::thread worker_;
};

}  // namespace annals::service
