#include "service/import_queue.hpp"

#include "base/error.hpp"
#include "service/import_formats.hpp"

namespace annals::service {
namespace {

namespace fs = std::filesystem;

/// Makes the folder, private and empty.
fs::path emptied(fs::path const& folder) {
  fs::create_directories(folder);
  fs::permissions(folder, fs::perms::owner_all);
  for (auto const& left : fs::directory_iterator(folder)) fs::remove_all(left);
  return folder;
}

}  // namespace

ImportQueue::ImportQueue(db::Pool const& pool, fs::path const& folder, std::int64_t quota, LogFailure log)
    : own_folder_(folder.empty() ? std::make_unique<csv::TemporaryFolder>() : nullptr),
      folder_(own_folder_ ? own_folder_->path() : emptied(folder)),
      log_(std::move(log)),
      importer_(pool, quota),
      worker_([this] { work(); }) {}

ImportQueue::~ImportQueue() {
  {
    std::lock_guard const lock(mutex_);
    closing_ = true;
    if (progress_ != nullptr) progress_->interrupt();
  }
  changed_.notify_all();
  worker_.join();
  waiting_.clear();
}

std::unique_ptr<ImportQueue::Place> ImportQueue::take_place() {
  std::lock_guard const lock(mutex_);
  if (places_ == 0) throw Error(Problem::busy, "as many imports wait as may; try again later");
  --places_;
  return std::make_unique<Place>(*this);
}

void ImportQueue::give_back_place() {
  std::lock_guard const lock(mutex_);
  ++places_;
}

void ImportQueue::push(Job job) {
  {
    std::lock_guard const lock(mutex_);
    waiting_.push_back(std::move(job));
  }
  changed_.notify_all();
}

void ImportQueue::stop(db::BatchId const& id) {
  std::lock_guard const lock(mutex_);
  if (running_ == id) progress_->stop();
}

void ImportQueue::work() {
  for (;;) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
    if (closing_) return;
    auto job = std::move(waiting_.front());
    waiting_.pop_front();
    ImportProgress progress;
    running_ = job.id;
    progress_ = &progress;
    lock.unlock();
    job.place.reset();
    run(job, progress);
    lock.lock();
    running_.reset();
    progress_ = nullptr;
  }
}

/// How it ended stands in its batch.
void ImportQueue::run(Job const& job, ImportProgress& progress) {
  auto const name = job.options.dataset + "/imports/" + std::to_string(job.id.number);
  try {
    static_cast<void>(importer_.run(
        job.id, job.options, [&] { return import_format(job.file->path(), job.options); }, progress));
  } catch (ImportStopped const&) {
    return;
  } catch (Error const& error) {
    if (error.problem() == Problem::internal || error.problem() == Problem::storage_full) log_(name, error);
  } catch (std::exception const& error) {
    log_(name, error);
  }
}

}  // namespace annals::service
