#include "support/process.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <memory>
#include <random>
#include <sstream>
#include <thread>

namespace annals::test {

namespace {
using std::chrono::milliseconds;
using std::chrono::steady_clock;
}  // namespace

Process::Process(std::vector<std::string> const& command, std::filesystem::path const& out,
                 std::filesystem::path const& errors) {
  std::vector<char*> arguments;
  for (auto const& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_ = fork();
  if (pid_ != 0) return;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  dup2(open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 1);
  dup2(open(errors.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600), 2);
  execv(arguments.front(), arguments.data());
  _exit(127);
}

Process::~Process() {
  signal(SIGKILL);
  wait();
}

void Process::signal(int number) const {
  if (!code_) kill(pid_, number);
}

std::optional<int> Process::exit_code() {
  int status = 0;
  if (!code_ && waitpid(pid_, &status, WNOHANG) == pid_)
    code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return code_;
}

int Process::wait() {
  while (!exit_code()) std::this_thread::sleep_for(milliseconds(5));
  return *code_;
}

std::string read_file(std::filesystem::path const& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

// Below those that the kernel gives to connections: another's would have it when the service starts again.
int free_port() {
  std::uniform_int_distribution<std::uint16_t> ports(20000, 32000);
  static std::random_device random;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  for (;;) {
    auto const port = ports(random);
    address.sin_port = htons(port);
    int const listener = socket(AF_INET, SOCK_STREAM, 0);
    bool const is_free = bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    close(listener);
    if (is_free) return port;
  }
}

namespace {

pid_t first_number(std::filesystem::path const& file) {
  std::ifstream in(file);
  pid_t pid = 0;
  in >> pid;
  return pid;
}

}  // namespace

RunningService::RunningService(std::filesystem::path const& folder) : folder_(folder), port_(free_port()) {
  std::filesystem::remove_all(folder_);
  std::filesystem::create_directories(folder_);
}

RunningService::~RunningService() {
  if (process_) stop();
  std::filesystem::remove_all(folder_);
}

bool RunningService::start(std::vector<std::string> const& more, std::vector<std::string> const& under) {
  auto const out = folder_ / "serve.out";
  std::filesystem::remove(out);  // that of the start before
  std::vector<std::string> command{ANNALS_PROGRAM,   "serve",    "--data",
                                   folder_ / "data", "--listen", "127.0.0.1:" + std::to_string(port_),
                                   "--web",          ANNALS_WEB};
  command.insert(command.end(), more.begin(), more.end());
  command.insert(command.begin(), under.begin(), under.end());
  process_ = std::make_unique<Process>(command, out, folder_ / "serve.log");
  auto const deadline = steady_clock::now() + std::chrono::seconds(60);
  while (steady_clock::now() < deadline && !process_->exit_code()) {
    if (read_file(out).find('\n') != std::string::npos) return true;
    std::this_thread::sleep_for(milliseconds(20));
  }
  return false;
}

std::string RunningService::run(std::vector<std::string> words) const {
  words.insert(words.begin(), ANNALS_PROGRAM);
  words.insert(words.end(), {"--data", folder_ / "data"});
  Process process(words, folder_ / "run.out", folder_ / "run.log");
  EXPECT_EQ(process.wait(), 0) << read_file(folder_ / "run.log");
  auto out = read_file(folder_ / "run.out");
  if (out.ends_with('\n')) out.pop_back();
  return out;
}

int RunningService::stop() {
  process_->signal(SIGINT);
  return process_->wait();
}

pid_t RunningService::postgres() const { return first_number(folder_ / "data/postgres/postmaster.pid"); }
pid_t RunningService::nginx() const { return first_number(folder_ / "data/front/nginx.pid"); }

std::string RawAnswer::header(std::string const& name) const {
  auto const at = head.find("\r\n" + name + ": ");
  if (at == std::string::npos) return "";
  auto const from = at + name.size() + 4;
  return head.substr(from, head.find("\r\n", from) - from);
}

namespace {

std::string unchunked(std::string const& body) {
  std::string out;
  for (std::size_t at = 0; at < body.size();) {
    auto const line = body.find("\r\n", at);
    if (line == std::string::npos) break;
    auto const size = std::strtoul(body.c_str() + at, nullptr, 16);
    if (size == 0) break;
    out += body.substr(line + 2, size);
    at = line + 2 + size + 2;
  }
  return out;
}

bool is_complete(std::string const& answer) {
  auto const end = answer.find("\r\n\r\n");
  if (end == std::string::npos) return false;
  RawAnswer const head{0, answer.substr(0, end + 2), ""};
  auto const length = head.header("Content-Length");
  if (!length.empty()) return answer.size() >= end + 4 + std::stoul(length);
  if (head.header("Transfer-Encoding") == "chunked") return answer.ends_with("0\r\n\r\n");
  return answer.starts_with("HTTP/1.1 204") || answer.starts_with("HTTP/1.1 100");
}

}  // namespace

RawAnswer send_raw(int port, std::string const& bytes, std::string const& repeat, std::size_t repeat_bytes) {
  int const connection = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  if (connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    close(connection);
    return {};
  }
  fcntl(connection, F_SETFL, O_NONBLOCK);
  std::string received;
  std::string pending = bytes;
  std::size_t sent = 0;
  auto const deadline = steady_clock::now() + std::chrono::seconds(10);
  bool open = true;
  while (open && steady_clock::now() < deadline && !is_complete(received)) {
    if (pending.empty() && sent < repeat_bytes) {
      pending = repeat;
      sent += repeat.size();
    }
    pollfd ready{connection, static_cast<short>(POLLIN | (pending.empty() ? 0 : POLLOUT)), 0};
    poll(&ready, 1, 100);
    if ((ready.revents & POLLIN) != 0 || (ready.revents & (POLLHUP | POLLERR)) != 0) {
      char buffer[65536];
      auto const count = recv(connection, buffer, sizeof buffer, 0);
      if (count > 0) received.append(buffer, static_cast<std::size_t>(count));
      if (count == 0 || (count < 0 && errno != EAGAIN)) open = false;
    } else if ((ready.revents & POLLOUT) != 0) {
      auto const count = ::send(connection, pending.data(), pending.size(), MSG_NOSIGNAL);
      if (count > 0) pending.erase(0, static_cast<std::size_t>(count));
      if (count < 0 && errno != EAGAIN) pending.clear();
    }
  }
  close(connection);
  RawAnswer answer;
  auto const end = received.find("\r\n\r\n");
  if (!received.starts_with("HTTP/1.1 ") || end == std::string::npos) return answer;
  answer.status = std::atoi(received.c_str() + 9);
  answer.head = received.substr(0, end + 2);
  answer.body = received.substr(end + 4);
  if (answer.header("Transfer-Encoding") == "chunked") answer.body = unchunked(answer.body);
  return answer;
}

RawAnswer http_get(int port, std::string const& target) {
  return send_raw(port, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
}

RawAnswer http_send(int port, std::string const& method, std::string const& target,
                    std::string const& headers, std::string const& body) {
  return send_raw(port, method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" +
                            headers + "Content-Type: application/json\r\nContent-Length: " +
                            std::to_string(body.size()) + "\r\n\r\n" + body);
}

RawAnswer http_get_patiently(int port, std::string const& target) {
  RawAnswer answer;
  for (int attempt = 0; attempt < 300; ++attempt) {
    answer = http_get(port, target);
    if (answer.status == 200 || answer.status == 404) return answer;
    std::this_thread::sleep_for(milliseconds(100));
  }
  ADD_FAILURE() << target << " is not answered: " << answer.status << ' ' << answer.body;
  return answer;
}

}  // namespace annals::test
