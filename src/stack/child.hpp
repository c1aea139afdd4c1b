#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace annals::stack {

/// Who a child runs as: nobody runs a database as root.
struct User {
  uid_t uid;
  gid_t gid;
  std::string name;
};

/// Ourselves, or, run by root, the system user that Debian's package makes for the database. Throws
/// Error(database_unavailable) where there is none.
[[nodiscard]] User service_user();

/// Goes on as that user for good: nothing that faces the network needs root. Throws Error(internal).
void become(User const& user);

/// A program that ends when we end, even by kill -9. Start it from the main thread: the kernel's signal
/// follows the thread that forked.
class Child {
 public:
  struct Options {
    User user;
    std::filesystem::path log;  ///< standard output and error are appended here
    int death_signal;           ///< what it gets when we die
  };
  Child(std::vector<std::string> const& command, Options const& options);
  ~Child();
  Child(Child&& other) noexcept;
  Child& operator=(Child&&) = delete;

  [[nodiscard]] pid_t pid() const { return pid_; }
  void signal(int number) const;
  /// The exit code (128 and the signal's number for a death by signal), nothing while it runs.
  [[nodiscard]] std::optional<int> exit_code();
  /// Waits until it ended.
  int wait();

 private:
  pid_t pid_ = -1;
  std::optional<int> code_;
};

}  // namespace annals::stack
