#include "stack/child.hpp"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <utility>

#include "base/error.hpp"

namespace annals::stack {
namespace {

int code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

// Between fork and exec only calls that are safe there.
[[noreturn]] void run(std::vector<char*> const& arguments, Child::Options const& options, int log,
                      pid_t parent) {
  bool const is_root = geteuid() == 0;
  if (is_root && (initgroups(options.user.name.c_str(), options.user.gid) != 0 ||
                  setgid(options.user.gid) != 0 || setuid(options.user.uid) != 0)) {
    _exit(126);
  }
  prctl(PR_SET_PDEATHSIG, options.death_signal);  // cleared by setuid, so set after it
  if (getppid() != parent) _exit(126);
  setsid();  // Ctrl-C is for us; we stop our children in order
  umask(077);
  if (chdir("/") != 0) _exit(126);
  int const none = open("/dev/null", O_RDONLY);
  dup2(none, 0);
  dup2(log, 1);
  dup2(log, 2);
  for (int descriptor = 3; descriptor < 1024; ++descriptor) close(descriptor);
  execv(arguments.front(), arguments.data());
  _exit(127);
}

}  // namespace

User service_user() {
  if (geteuid() != 0) return {geteuid(), getegid(), ""};
  for (auto const* name : {"annals", "postgres"}) {
    if (auto const* entry = getpwnam(name)) return {entry->pw_uid, entry->pw_gid, name};
  }
  throw Error(Problem::database_unavailable,
              "the database never runs as root, and there is no user annals or postgres to run it as");
}

void become(User const& user) {
  if (geteuid() != 0) return;
  if (initgroups(user.name.c_str(), user.gid) != 0 || setgid(user.gid) != 0 || setuid(user.uid) != 0)
    throw Error(Problem::internal, "cannot go on as the user " + user.name);
}

Child::Child(std::vector<std::string> const& command, Options const& options) {
  std::vector<char*> arguments;
  for (auto const& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  int const log = open(options.log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (log < 0) {
    throw Error(Problem::storage_full, "cannot write " + options.log.string() + ": " + std::strerror(errno));
  }
  if (geteuid() == 0 && fchown(log, options.user.uid, options.user.gid) != 0) errno = 0;  // only for the log
  auto const parent = getpid();
  pid_ = fork();
  if (pid_ == 0) run(arguments, options, log, parent);
  close(log);
  if (pid_ < 0)
    throw Error(Problem::internal, "cannot start " + command.front() + ": " + std::strerror(errno));
}

Child::Child(Child&& other) noexcept : pid_(std::exchange(other.pid_, -1)), code_(other.code_) {}

Child::~Child() {
  if (pid_ <= 0 || exit_code()) return;
  signal(SIGKILL);
  wait();
}

void Child::signal(int number) const {
  if (pid_ > 0 && !code_) kill(pid_, number);
}

std::optional<int> Child::exit_code() {
  int status = 0;
  if (!code_ && waitpid(pid_, &status, WNOHANG) == pid_) code_ = code_of(status);
  return code_;
}

int Child::wait() {
  int status = 0;
  while (!code_) {
    if (waitpid(pid_, &status, 0) == pid_)
      code_ = code_of(status);
    else if (errno != EINTR)
      code_ = 128;
  }
  return *code_;
}

}  // namespace annals::stack
