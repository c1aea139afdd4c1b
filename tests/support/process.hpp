#pragma once

#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace annals::test {

/// A program that a test runs; killed with the test.
class Process {
 public:
  /// Its output and errors go to files.
  Process(std::vector<std::string> const& command, std::filesystem::path const& out,
          std::filesystem::path const& errors);
  ~Process();
  Process(Process&&) = delete;

  [[nodiscard]] pid_t pid() const { return pid_; }
  void signal(int number) const;
  /// The exit code, 128 and the signal's number for a death by signal; nothing while it runs.
  [[nodiscard]] std::optional<int> exit_code();
  int wait();

 private:
  pid_t pid_;
  std::optional<int> code_;
};

[[nodiscard]] std::string read_file(std::filesystem::path const& path);

/// A port of 127.0.0.1 that nobody listens on.
[[nodiscard]] int free_port();

/// The program as a user runs it: `annals serve` on a folder and a port of the test's own.
class RunningService {
 public:
  explicit RunningService(std::filesystem::path const& folder);
  ~RunningService();

  /// Starts it, with more options, and waits for its address; false where it ended instead. `under` is a
  /// program that watches it, with its options, and leaves its process id alone.
  [[nodiscard]] bool start(std::vector<std::string> const& more = {},
                           std::vector<std::string> const& under = {});
  /// Another command of the program on the same data; what it prints, without the last line's end.
  std::string run(std::vector<std::string> words) const;
  /// As Ctrl-C does; returns its exit code.
  int stop();
  [[nodiscard]] Process& process() { return *process_; }
  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] std::filesystem::path const& folder() const { return folder_; }
  [[nodiscard]] std::string log() const { return read_file(folder_ / "serve.log"); }
  [[nodiscard]] pid_t postgres() const;
  [[nodiscard]] pid_t nginx() const;

 private:
  std::filesystem::path folder_;
  int port_;
  std::unique_ptr<Process> process_;
};

/// What came back over a socket.
struct RawAnswer {
  int status = 0;  ///< 0: closed without an answer
  std::string head;
  std::string body;
  [[nodiscard]] std::string header(std::string const& name) const;
};

/// Sends bytes as they are to 127.0.0.1:port and reads until the answer is complete, the other side closes or
/// ten seconds pass. `repeat` is sent over and over behind `bytes`, up to `repeat_bytes`.
[[nodiscard]] RawAnswer send_raw(int port, std::string const& bytes, std::string const& repeat = "",
                                 std::size_t repeat_bytes = 0);
/// GET of a target, percent-encoded already.
[[nodiscard]] RawAnswer http_get(int port, std::string const& target);
/// Any request with a body; `headers` are whole lines, each with its CR LF.
[[nodiscard]] RawAnswer http_send(int port, std::string const& method, std::string const& target,
                                  std::string const& headers, std::string const& body);
/// The same until it is answered: what was killed is being started again.
[[nodiscard]] RawAnswer http_get_patiently(int port, std::string const& target);

}  // namespace annals::test
