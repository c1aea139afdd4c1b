#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace annals::stack {

/// Ends what is left of an nginx that ran on this folder: workers whose master was killed hold its port,
/// and so does a master that is still leaving.
void end_leftover_front(std::filesystem::path const& folder);

/// The front before the service: it holds the network, the slow, the many and the malformed, and serves the
/// page.
struct FrontOptions {
  /// What nginx says in the service's words where it refuses by itself.
  struct Problem {
    int status;
    std::string json;
  };
  std::filesystem::path folder;    ///< its own, in which everything it needs lies
  std::filesystem::path web;       ///< the page's files, below any folder that it may read
  std::filesystem::path socket;    ///< the service's
  std::string listen;              ///< "127.0.0.1:8080"
  std::vector<std::string> hosts;  ///< the names it answers to; none: any
  std::vector<Problem> problems;
  /// No connection lives longer than twice this: nginx itself sets a limit only between two pieces.
  std::chrono::seconds lifetime = std::chrono::hours(1);
};

/// Makes all that an nginx needs to be that front: it is to be started with `-c FOLDER/nginx.conf`, by who
/// may open the service's socket. Throws Error(storage_full).
void write_front(FrontOptions const& options);

/// nginx as our child, on files that are made anew at every start.
class Front {
 public:
  /// Starts nginx and waits until it answers. Throws Error with one sentence: a taken port, no nginx.
  explicit Front(FrontOptions options);
  /// Lets answers finish for a moment, then stops.
  ~Front();

  [[nodiscard]] bool is_running();
  /// Starts it again after it died.
  void restart();
  /// Lets new workers take over from those whose lifetime is over; call it often.
  void renew_workers();
  [[nodiscard]] int pid() const;

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace annals::stack
