#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

namespace annals {

/// A thread that does one piece of work after the other, in the order in which they are given. What was given
/// is done before it ends.
class WorkThread {
 public:
  WorkThread() : thread_([this] { run(); }) {}
  ~WorkThread() {
    give(nullptr);
    thread_.join();
  }
  WorkThread(WorkThread&&) = delete;

  template <class Work>
  [[nodiscard]] auto begin(Work work) {
    auto const task = std::make_shared<std::packaged_task<std::invoke_result_t<Work>()>>(std::move(work));
    give([task] { (*task)(); });
    return task->get_future();
  }

 private:
  void give(std::function<void()> work) {
    {
      std::lock_guard const lock(mutex_);
      waiting_.push_back(std::move(work));
    }
    given_.notify_one();
  }

  void run() {
    while (true) {
      std::unique_lock lock(mutex_);
      given_.wait(lock, [this] { return !waiting_.empty(); });
      auto const work = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      if (!work) return;
      work();
    }
  }

  std::mutex mutex_;
  std::condition_variable given_;
  std::deque<std::function<void()>> waiting_;
  std::thread thread_;
};

}  // namespace annals
