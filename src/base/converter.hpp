#pragma once

#include <sys/types.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// Debian's, which has Debian's libraries.
inline constexpr char const* python = "/usr/bin/python3";

/// A program that writes to us and is killed where we read no further: it has neither our descriptors nor our
/// environment. Throws Error(internal) where it cannot be started.
class Converter {
 public:
  explicit Converter(std::vector<std::string> const& command);
  ~Converter();
  Converter(Converter&&) = delete;

  /// Gives all that it writes to its standard output, in pieces.
  void read(std::function<void(std::string_view)> const& sink) const;
  /// What it wrote to its standard error, of which a pipe holds 64 KiB; after read().
  [[nodiscard]] std::string errors() const;
  /// Its exit code once it ends, or 128 and the signal's number for a death by signal.
  [[nodiscard]] int wait();

 private:
  pid_t pid_ = -1;
  int out_ = -1;
  int errors_ = -1;
};

}  // namespace annals
