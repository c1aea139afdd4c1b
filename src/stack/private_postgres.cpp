#include "stack/private_postgres.hpp"

#include <libpq-fe.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "base/error.hpp"
#include "stack/child.hpp"
#include "stack/folder_lock.hpp"
#include "stack/programs.hpp"

namespace annals::stack {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::chrono::seconds patience{60};
constexpr std::uintmax_t space_min = 64U << 20;
constexpr char const* superuser = "annals_admin";

std::string last_line(fs::path const& log) {
  std::ifstream file(log);
  std::string line, last;
  while (std::getline(file, line)) {
    if (!line.empty()) last = line;
  }
  return last;
}

// A pid file whose number now belongs to another program would stop the start for good.
void forget_dead_server(fs::path const& cluster) {
  std::ifstream file(cluster / "postmaster.pid");
  std::string pid;
  if (!std::getline(file, pid)) return;
  std::string name;
  std::getline(std::ifstream("/proc/" + pid + "/comm") >> std::ws, name);
  std::error_code ignored;
  if (name != "postgres" || fs::read_symlink("/proc/" + pid + "/cwd", ignored) != cluster) {
    fs::remove(cluster / "postmaster.pid", ignored);
  }
}

/// A quarter of the machine's memory, as PostgreSQL's manual advises; at most what a timeline service has use
/// for. Pages that are never used are never taken.
long shared_megabytes() {
  auto const machine = sysconf(_SC_PHYS_PAGES) / 1024 * (sysconf(_SC_PAGE_SIZE) / 1024);
  return std::clamp(machine / 4, 128L, 4096L);
}

}  // namespace

struct PrivatePostgres::Content {
  explicit Content(Options given)
      : options(std::move(given)), user(service_user()), programs(postgres_programs(options.programs)) {
    options.folder = fs::absolute(options.folder);
    make_private_folder(options.folder, user);
    lock = std::make_unique<FolderLock>(options.folder / "lock", user,
                                        "another annals runs on " + options.folder.string());
    check_socket_path();
    check_space();
    make_cluster();
    start();
  }

  [[nodiscard]] fs::path cluster() const { return options.folder / "postgres"; }
  [[nodiscard]] fs::path socket() const { return options.folder / "socket"; }
  [[nodiscard]] fs::path log() const { return options.folder / "postgres.log"; }
  [[nodiscard]] Child::Options child() const { return {user, log(), SIGINT}; }

  void check_socket_path() const {
    if (socket().string().size() <= 85) return;
    throw Error(Problem::invalid_value, "the path of --data is too long for a Unix socket: at most 78 bytes");
  }

  // A full disk fails in many places and words: it is told before.
  void check_space() const {
    auto const free = fs::space(options.folder).available;
    if (free >= space_min) return;
    throw Error(Problem::storage_full, "the disk of " + options.folder.string() + " is full: " +
                                           std::to_string(free >> 20) + " MiB are free, 64 are needed");
  }

  // Made aside and then renamed: a killed initdb leaves nothing half made.
  void make_cluster() {
    if (fs::exists(cluster() / "PG_VERSION")) return;
    auto const fresh = options.folder / "postgres.new";
    fs::remove_all(fresh);
    make_private_folder(fresh, user);
    Child initdb({programs / "initdb", "--pgdata=" + fresh.string(), "--username=" + std::string(superuser),
                  "--auth=trust", "--data-checksums", "--encoding=UTF8", "--locale=C.UTF-8",
                  options.durable ? "--no-instructions" : "--no-sync"},
                 child());
    if (initdb.wait() != 0) {
      throw Error(Problem::storage_full, "cannot make the database: " + last_line(log()));
    }
    fs::rename(fresh, cluster());
  }

  std::vector<std::string> command() const {
    std::vector<std::string> words{programs / "postgres", "-D", cluster(), "-k", socket()};
    auto const set = [&](char const* setting) { words.insert(words.end(), {"-c", setting}); };
    for (auto const* setting :
         {"listen_addresses=", "unix_socket_permissions=0700", "jit=off", "timezone=UTC",
          "client_connection_check_interval=2s", "log_error_verbosity=terse", "max_connections=50",
          "max_wal_size=4GB", "random_page_cost=1.1", "log_timezone=UTC"}) {
      set(setting);
    }
    set(("shared_buffers=" + std::to_string(shared_megabytes()) + "MB").c_str());
    if (!options.durable) {
      for (auto const* setting : {"fsync=off", "synchronous_commit=off", "full_page_writes=off"})
        set(setting);
    }
    return words;
  }

  void start() {
    auto const deadline = steady_clock::now() + patience;
    while (true) {
      fs::remove_all(socket());
      make_private_folder(socket(), user);
      forget_dead_server(cluster());
      server = std::make_unique<Child>(command(), child());
      while (!server->exit_code()) {
        if (answers()) return;
        if (steady_clock::now() > deadline) break;
        std::this_thread::sleep_for(milliseconds(30));
      }
      if (steady_clock::now() > deadline) {
        throw Error(Problem::database_unavailable, "PostgreSQL does not start: " + last_line(log()));
      }
      std::this_thread::sleep_for(milliseconds(500));
    }
  }

  [[nodiscard]] bool answers() const {
    return PQping(private_conninfo(options.folder, superuser, "postgres").c_str()) == PQPING_OK;
  }

  void stop() {
    server->signal(SIGINT);
    auto const deadline = steady_clock::now() + patience;
    while (!server->exit_code() && steady_clock::now() < deadline)
      std::this_thread::sleep_for(milliseconds(20));
  }

  Options options;
  User user;
  fs::path programs;
  std::unique_ptr<FolderLock> lock;
  std::unique_ptr<Child> server;
};

PrivatePostgres::PrivatePostgres(Options options) : content_(std::make_unique<Content>(std::move(options))) {}
PrivatePostgres::~PrivatePostgres() { content_->stop(); }

std::string PrivatePostgres::conninfo(std::string const& role, std::string const& database) const {
  return private_conninfo(content_->options.folder, role, database);
}
bool PrivatePostgres::is_running() { return !content_->server->exit_code(); }
void PrivatePostgres::restart() { content_->start(); }
int PrivatePostgres::pid() const { return content_->server->pid(); }

std::string private_conninfo(fs::path const& folder, std::string const& role, std::string const& database) {
  return "host='" + (fs::absolute(folder) / "socket").string() + "' user=" + role + " dbname=" + database +
         " connect_timeout=10 application_name=annals";
}

}  // namespace annals::stack
