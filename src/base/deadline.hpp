#pragma once

#include <chrono>

#include "base/error.hpp"

namespace annals {

/// How long one request may take that is answered in many statements, each of which has a limit of its own.
class Deadline {
 public:
  explicit Deadline(std::chrono::milliseconds patience) : end_(std::chrono::steady_clock::now() + patience) {}
  /// Throws Error(query_timeout).
  void check() const {
    if (std::chrono::steady_clock::now() > end_)
      throw Error(Problem::query_timeout, "the query took longer than it may; ask for less");
  }

 private:
  std::chrono::steady_clock::time_point end_;
};

}  // namespace annals
