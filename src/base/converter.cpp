#include "base/converter.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include "base/error.hpp"

namespace annals {
namespace {

struct Pipe {
  Pipe() {
    std::array<int, 2> ends;
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw Error(Problem::internal, "there is no pipe to be had");
    read = ends[0];
    write = ends[1];
  }
  ~Pipe() {
    if (read >= 0) close(read);
    close(write);
  }
  Pipe(Pipe&&) = delete;

  int read;
  int write;
};

void read_all(int from, std::function<void(std::string_view)> const& sink) {
  std::array<char, 65536> block;
  while (true) {
    auto const count = read(from, block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw Error(Problem::internal, "a converter cannot be read");
    if (count == 0) return;
    sink({block.data(), static_cast<std::size_t>(count)});
  }
}

std::vector<char*> arguments_of(std::vector<std::string> const& words) {
  std::vector<char*> all;
  for (auto const& word : words) all.push_back(const_cast<char*>(word.c_str()));
  all.push_back(nullptr);
  return all;
}

/// The program's descriptors and signals.
class Setting {
 public:
  Setting(int out, int errors) {
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, out, 1);
    posix_spawn_file_actions_adddup2(&files, errors, 2);
    posix_spawn_file_actions_addclosefrom_np(&files, 3);
    posix_spawnattr_init(&attributes);
    sigset_t pipe_signal;  // which we ignore
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &pipe_signal);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  }
  ~Setting() {
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
  }
  Setting(Setting&&) = delete;

  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
};

}  // namespace

Converter::Converter(std::vector<std::string> const& command) {
  Pipe out, errors;
  Setting const setting(out.write, errors.write);
  std::vector<std::string> const environment{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"};
  auto const arguments = arguments_of(command);
  if (posix_spawn(&pid_, arguments.front(), &setting.files, &setting.attributes, arguments.data(),
                  arguments_of(environment).data()) != 0) {
    pid_ = -1;
    throw Error(Problem::internal, "cannot start " + command.front());
  }
  out_ = std::exchange(out.read, -1);
  errors_ = std::exchange(errors.read, -1);
}

Converter::~Converter() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    static_cast<void>(wait());
  }
  close(out_);
  close(errors_);
}

void Converter::read(std::function<void(std::string_view)> const& sink) const { read_all(out_, sink); }

std::string Converter::errors() const {
  std::string text;
  read_all(errors_, [&](std::string_view piece) { text += piece; });
  return text;
}

int Converter::wait() {
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) continue;
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace annals
