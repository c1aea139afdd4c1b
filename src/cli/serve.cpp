#include "cli/serve.hpp"

#include <sys/resource.h>

#include <csignal>
#include <iostream>

#include "cli/database.hpp"
#include "cli/page_files.hpp"
#include "http/log.hpp"
#include "http/server.hpp"
#include "stack/folder_lock.hpp"
#include "stack/front.hpp"
#include "stack/listen_address.hpp"
#include "wire/problem_json.hpp"

namespace annals::cli {
namespace {

namespace fs = std::filesystem;

/// The front holds many connections; the usual soft limit is 1,024.
void raise_file_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 65536);
  setrlimit(RLIMIT_NOFILE, &limit);
}

/// Into a folder that the front's user may read, whoever owns the program's.
void copy_page(fs::path const& from, fs::path const& to) {
  fs::remove_all(to);
  fs::create_directories(to);
  if (!from.empty()) fs::copy(from, to, fs::copy_options::recursive);
  fs::permissions(to, fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
  for (auto const& entry : fs::recursive_directory_iterator(to)) {
    fs::permissions(entry.path(), fs::perms::others_read | fs::perms::owner_read, fs::perm_options::add);
    if (entry.is_directory()) fs::permissions(entry.path(), fs::perms::others_exec, fs::perm_options::add);
  }
}

std::vector<stack::FrontOptions::Problem> front_problems() {
  std::vector<stack::FrontOptions::Problem> all;
  auto const add = [&](Problem problem, char const* detail) {
    all.push_back({wire::kind_of(problem).status, wire::problem_json(problem, detail, "")});
  };
  add(Problem::bad_head, "the request cannot be read");
  add(Problem::not_found, "there is no such thing here");
  add(Problem::method_not_allowed, "the method is not allowed here");
  add(Problem::too_slow, "the request took too long to arrive");
  add(Problem::too_large, "the body has more bytes than may be sent here");
  add(Problem::uri_too_long, "the path or query is too long");
  add(Problem::wrong_host, "this service is not reached under that name");
  add(Problem::rate_limited, "too many connections from one address, or too many files at once");
  add(Problem::unknown_method, "the method is not known");
  add(Problem::busy, "the service is starting or busy; try again");
  return all;
}

std::vector<std::string> hosts_of(Options const& options, stack::ListenAddress const& address) {
  if (!options.hosts.empty() || !address.is_loopback()) return options.hosts;
  return {"localhost", address.host};
}

/// SIGINT and SIGTERM are waited for here alone; every thread made later leaves them to us.
sigset_t block_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (int const each : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&set, each);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  return set;
}

/// Starts again what died, from this thread: a child ends with the thread that made it.
void watch(sigset_t const& signals, stack::PrivatePostgres* database, stack::Front* front) {
  timespec const interval{0, 200'000'000};
  while (sigtimedwait(&signals, nullptr, &interval) < 0) {
    if (database != nullptr && !database->is_running()) {
      http::log_event("PostgreSQL died and is started again");
      database->restart();
    }
    if (front != nullptr && !front->is_running()) {
      http::log_event("nginx died and is started again");
      front->restart();
    }
    if (front != nullptr) front->renew_workers();
  }
}

}  // namespace

void serve(Options const& options) {
  auto const address = stack::ListenAddress::parse(options.listen);
  auto const data = fs::absolute(options.data);
  auto const user = stack::service_user();
  stack::make_private_folder(data, user);
  stack::FolderLock const lock(data / "serve.lock", user, "another annals serves " + data.string());
  if (options.front == "nginx") stack::end_leftover_front(data / "front");
  if (options.front != "files") stack::check_free(address);
  copy_page(page_files(options.web), data / "page");
  raise_file_limit();
  stack::become(user);
  auto const signals = block_signals();

  Database database(options, false);
  database.pool().check_statements();
  http::Service service(database.pool(), data / "uploads", options.quota_mib << 20);
  auto const socket = data / "service.sock";
  http::Server server(service, options.front == "none" ? http::Endpoint{address.host, address.port}
                                                       : http::Endpoint{socket, 80});
  server.start();
  stack::FrontOptions const fronting{
      data / "front", data / "page", socket, address.text(), hosts_of(options, address), front_problems()};
  std::unique_ptr<stack::Front> front;
  if (options.front == "nginx") front = std::make_unique<stack::Front>(fronting);
  if (options.front == "files") stack::write_front(fronting);
  std::cout << "Annals answers at http://" << address.text() << "/" << std::endl;
  watch(signals, database.server(), front.get());
  http::log_event("stopping");
}

}  // namespace annals::cli
