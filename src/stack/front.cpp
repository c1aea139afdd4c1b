#include "stack/front.hpp"

#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "base/error.hpp"
#include "front_conf.hpp"
#include "front_locations_conf.hpp"
#include "front_server_conf.hpp"
#include "stack/child.hpp"
#include "stack/folder_lock.hpp"
#include "stack/listen_address.hpp"
#include "stack/programs.hpp"

namespace annals::stack {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::string_view proxy_settings =
    "proxy_http_version 1.1; proxy_set_header Connection \"\"; proxy_set_header Host $host; "
    "proxy_set_header X-Request-Id $request_id; proxy_set_header X-Forwarded-For $remote_addr; "
    "proxy_set_header Accept-Encoding \"\"; proxy_set_header Range \"\"; proxy_set_header If-Range \"\"; "
    "proxy_set_header Expect \"\"; proxy_connect_timeout 5s; proxy_read_timeout 600s;";

// The pages run no script but their own and speak to nobody else.
constexpr std::string_view page_headers =
    "add_header Content-Security-Policy \"default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'\"; "
    "add_header X-Content-Type-Options nosniff; add_header Referrer-Policy no-referrer; "
    "add_header Cache-Control no-cache;";

std::string filled(std::string_view text, std::vector<std::pair<std::string, std::string>> const& values) {
  std::string out(text);
  for (auto const& [name, value] : values) {
    auto const mark = "{" + name + "}";
    for (auto at = out.find(mark); at != std::string::npos; at = out.find(mark, at + value.size()))
      out.replace(at, mark.size(), value);
  }
  return out;
}

/// The page's files and nothing else: a location for each.
std::string page_locations(fs::path const& web) {
  std::string out;
  if (!fs::exists(web)) return out;
  for (auto const& entry : fs::recursive_directory_iterator(web)) {
    if (!entry.is_regular_file()) continue;
    auto const file = "/" + fs::relative(entry.path(), web).string();
    auto const path = file.ends_with("/index.html") ? file.substr(0, file.size() - 10) : file;
    out += "    location = \"" + path + "\" { root \"" + web.string() + "\"; try_files \"" + file +
           "\" =404; " + std::string(page_headers) + " }\n";
  }
  return out;
}

void write_file(fs::path const& path, std::string const& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) throw Error(Problem::storage_full, "cannot write " + path.string());
}

std::string server(FrontOptions const& options, std::string const& names, std::string const& locations) {
  return filled(front::server_text, {{"listen", options.listen},
                                     {"default", names == "\"\"" ? " default_server" : ""},
                                     {"names", names},
                                     {"folder", options.folder},
                                     {"locations", locations}});
}

std::string configuration(FrontOptions const& options) {
  auto const locations =
      page_locations(options.web) + filled(front::locations_text, {{"proxy", std::string(proxy_settings)}});
  std::string servers;
  if (options.hosts.empty()) {
    servers = server(options, "\"\"", locations);
  } else {
    // Whoever reaches us under another name was led here by somebody else's page.
    std::string names;
    for (auto const& host : options.hosts) names += (names.empty() ? "" : " ") + host;
    servers = server(options, "\"\"",
                     "    location / { return 421; }\n    location @write { return 421; }\n"
                     "    location @upload { return 421; }\n") +
              server(options, names, locations);
  }
  return filled(front::main_text, {{"folder", options.folder},
                                   {"socket", options.socket},
                                   {"lifetime", std::to_string(options.lifetime.count()) + "s"},
                                   {"servers", servers}});
}

/// A worker is known by its working directory, a master by its configuration.
bool is_front_of(fs::path const& folder, fs::path const& process) {
  std::string name, command;
  std::getline(std::ifstream(process / "comm"), name);
  if (name != "nginx") return false;
  std::getline(std::ifstream(process / "cmdline"), command);
  std::error_code ignored;
  return fs::read_symlink(process / "cwd", ignored) == folder ||
         command.find((folder / "nginx.conf").string()) != std::string::npos;
}

}  // namespace

void end_leftover_front(fs::path const& folder) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    bool found = false;
    std::error_code ignored;
    for (auto const& process : fs::directory_iterator("/proc", ignored)) {
      auto const name = process.path().filename().string();
      if (name.find_first_not_of("0123456789") != std::string::npos) continue;
      if (!is_front_of(folder, process.path())) continue;
      found = true;
      kill(std::stoi(name), SIGKILL);
    }
    if (!found) return;
    std::this_thread::sleep_for(milliseconds(20));
  }
}

void write_front(FrontOptions const& options) {
  auto const user = service_user();
  for (auto const* part : {"", "problems", "temporary"}) make_private_folder(options.folder / part, user);
  for (auto const& problem : options.problems)
    write_file(options.folder / "problems" / (std::to_string(problem.status) + ".json"), problem.json);
  write_file(options.folder / "nginx.conf", configuration(options));
}

struct Front::Content {
  explicit Content(FrontOptions given)
      : options(std::move(given)), address(ListenAddress::parse(options.listen)) {
    program = find_program("nginx");
    if (program.empty()) throw Error(Problem::internal, "nginx is missing; install the package nginx-light");
    write_front(options);
    start();
  }

  void start() {
    end_leftover_front(options.folder);
    check_free(address);
    child = std::make_unique<Child>(
        std::vector<std::string>{program, "-p", options.folder, "-c", options.folder / "nginx.conf"},
        Child::Options{service_user(), options.folder / "nginx.log", SIGTERM});
    auto const deadline = steady_clock::now() + std::chrono::seconds(10);
    while (!answers(address)) {
      if (child->exit_code() || steady_clock::now() > deadline)
        throw Error(Problem::internal,
                    "nginx does not start; " + (options.folder / "nginx.log").string() + " says why");
      std::this_thread::sleep_for(milliseconds(10));
    }
    renewed = steady_clock::now();
  }

  void renew_workers() {
    if (steady_clock::now() - renewed < options.lifetime) return;
    child->signal(SIGHUP);
    renewed = steady_clock::now();
  }

  void stop() {
    child->signal(SIGQUIT);
    auto const deadline = steady_clock::now() + std::chrono::seconds(3);
    while (!child->exit_code() && steady_clock::now() < deadline)
      std::this_thread::sleep_for(milliseconds(20));
    child->signal(SIGTERM);
    child.reset();
    end_leftover_front(options.folder);
  }

  FrontOptions options;
  ListenAddress address;
  fs::path program;
  std::unique_ptr<Child> child;
  steady_clock::time_point renewed;
};

Front::Front(FrontOptions options) : content_(std::make_unique<Content>(std::move(options))) {}
Front::~Front() { content_->stop(); }
bool Front::is_running() { return !content_->child->exit_code(); }
void Front::restart() { content_->start(); }
void Front::renew_workers() { content_->renew_workers(); }
int Front::pid() const { return content_->child->pid(); }

}  // namespace annals::stack
