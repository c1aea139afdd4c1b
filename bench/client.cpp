// Asks a service for random targets over keep-alive connections and says how long the answers took:
//   bench_client HOST:PORT|SOCKET CLIENTS SECONDS < targets
// A client is a thread with one connection. 0 seconds: one request each. Prints one line of JSON; times are
// those from the request's first byte to the answer's last. Any answer but 200 ends it.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <future>
#include <iostream>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

/// What ends before has found cold connections; it is not counted.
constexpr std::chrono::milliseconds warm_up{300};

int connect_to(std::string const& address) {
  sockaddr_storage storage{};
  socklen_t length = 0;
  if (address.starts_with('/')) {
    auto& path = reinterpret_cast<sockaddr_un&>(storage);
    path.sun_family = AF_UNIX;
    address.copy(path.sun_path, sizeof path.sun_path - 1);
    length = sizeof path;
  } else {
    auto& inet = reinterpret_cast<sockaddr_in&>(storage);
    auto const colon = address.find(':');
    inet.sin_family = AF_INET;
    inet.sin_port = htons(static_cast<std::uint16_t>(std::stoi(address.substr(colon + 1))));
    inet_pton(AF_INET, address.substr(0, colon).c_str(), &inet.sin_addr);
    length = sizeof inet;
  }
  int const descriptor = socket(storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int const on = 1;
  setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (connect(descriptor, reinterpret_cast<sockaddr const*>(&storage), length) != 0)
    throw std::runtime_error("cannot reach " + address + ": " + std::strerror(errno));
  return descriptor;
}

/// One keep-alive connection, and the next where the server says that it ends.
class Connection {
 public:
  explicit Connection(std::string address)
      : address_(std::move(address)), descriptor_(connect_to(address_)) {}
  ~Connection() { close(descriptor_); }
  Connection(Connection&&) = delete;

  /// Sends a GET and reads the whole answer; returns the bytes of its body.
  std::size_t get(std::string const& target) {
    if (std::exchange(is_over_, false)) {
      close(descriptor_);
      descriptor_ = connect_to(address_);
      unread_ = {};
    }
    auto const request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    if (send(descriptor_, request.data(), request.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(request.size()))
      throw std::runtime_error("the connection broke");
    auto const status = line();
    std::size_t length = 0;
    bool is_chunked = false;
    for (auto header = line(); !header.empty(); header = line()) {
      std::transform(header.begin(), header.end(), header.begin(),
                     [](unsigned char c) { return std::tolower(c); });
      if (header == "connection: close") is_over_ = true;
      if (header.starts_with("content-length:")) length = std::stoul(header.substr(15));
      if (header.starts_with("transfer-encoding:")) is_chunked = header.find("chunked") != std::string::npos;
    }
    if (is_chunked) {
      while (auto const size = std::stoul(line(), nullptr, 16)) {
        length += size;
        skip(size);
        line();
      }
      line();
    } else {
      skip(length);
    }
    if (status.find(" 200") == std::string::npos) throw std::runtime_error(status + " for " + target);
    return length;
  }

 private:
  void fill() {
    auto const count = recv(descriptor_, buffer_.data(), buffer_.size(), 0);
    if (count <= 0) throw std::runtime_error("the answer ended early");
    unread_ = {buffer_.data(), static_cast<std::size_t>(count)};
  }

  std::string line() {
    std::string text;
    for (;;) {
      if (unread_.empty()) fill();
      auto const end = unread_.find('\n');
      text += unread_.substr(0, end);
      unread_.remove_prefix(end == std::string_view::npos ? unread_.size() : end + 1);
      if (end == std::string_view::npos) continue;
      if (text.ends_with('\r')) text.pop_back();
      return text;
    }
  }

  void skip(std::size_t count) {
    while (count > 0) {
      if (unread_.empty()) fill();
      auto const part = std::min(count, unread_.size());
      unread_.remove_prefix(part);
      count -= part;
    }
  }

  std::string address_;
  int descriptor_;
  bool is_over_ = false;
  std::array<char, 65536> buffer_{};
  std::string_view unread_;
};

struct Result {
  std::vector<double> milliseconds;
  std::size_t bytes = 0;
  double seconds = 0;
};

Result ask(std::string const& address, std::vector<std::string> const& targets, int seed, double seconds) {
  std::mt19937 random(static_cast<unsigned>(seed));
  std::uniform_int_distribution<std::size_t> pick(0, targets.size() - 1);
  auto connection = std::make_unique<Connection>(address);
  auto const warm = Clock::now() + (seconds > 0 ? warm_up : Clock::duration::zero());
  auto const end = warm + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  Result result;
  auto begun = Clock::now();
  do {
    auto const bytes = connection->get(targets[pick(random)]);
    auto const done = Clock::now();
    if (done >= warm) {
      result.milliseconds.push_back(std::chrono::duration<double, std::milli>(done - begun).count());
      result.bytes += bytes;
    }
    begun = done;
  } while (begun < end);
  result.seconds = std::chrono::duration<double>(begun - warm).count();
  return result;
}

double quantile(std::vector<double> const& sorted, double part) {
  if (sorted.empty()) return 0;
  return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

void run(std::string const& address, int clients, double seconds) {
  std::vector<std::string> targets;
  for (std::string line; std::getline(std::cin, line);) targets.push_back(line);
  if (targets.empty()) throw std::runtime_error("no targets on the standard input");
  std::vector<std::future<Result>> running;
  for (int client = 0; client < clients; ++client)
    running.push_back(
        std::async(std::launch::async, [&, client] { return ask(address, targets, client, seconds); }));
  std::vector<double> all;
  std::size_t bytes = 0;
  double rate = 0;
  for (auto& each : running) {
    auto const result = each.get();
    all.insert(all.end(), result.milliseconds.begin(), result.milliseconds.end());
    bytes += result.bytes;
    rate += static_cast<double>(result.milliseconds.size()) / result.seconds;
  }
  std::sort(all.begin(), all.end());
  std::cout << "{\"requests\": " << all.size() << ", \"bytes\": " << bytes << ", \"rate\": " << rate
            << ", \"p50\": " << quantile(all, 0.5) << ", \"p99\": " << quantile(all, 0.99) << "}\n";
}

}  // namespace

int main(int count, char** arguments) {
  try {
    if (count != 4)
      throw std::runtime_error("usage: bench_client HOST:PORT|SOCKET CLIENTS SECONDS < targets");
    run(arguments[1], std::stoi(arguments[2]), std::stod(arguments[3]));
    return 0;
  } catch (std::exception const& error) {
    std::cerr << "bench_client: " << error.what() << '\n';
    return 1;
  }
}
