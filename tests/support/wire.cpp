#include "support/wire.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace annals::test {
namespace {

sockaddr_in address_of(std::string const& host, int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  inet_pton(AF_INET, host.c_str(), &address.sin_addr);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

}  // namespace

Wire::Wire(int port, std::string const& from) : descriptor_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  auto const own = address_of(from, 0), other = address_of("127.0.0.1", port);
  bind(descriptor_, reinterpret_cast<sockaddr const*>(&own), sizeof own);
  closed_ = connect(descriptor_, reinterpret_cast<sockaddr const*>(&other), sizeof other) != 0;
}

Wire::Wire(std::filesystem::path const& socket)
    : descriptor_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  socket.string().copy(address.sun_path, sizeof address.sun_path - 1);
  closed_ = connect(descriptor_, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0;
}

Wire::~Wire() { close(descriptor_); }

bool Wire::say(std::string const& text) const {
  return ::send(descriptor_, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
}

std::string Wire::hear(std::chrono::milliseconds patience) {
  std::string all;
  while (!closed_) {
    pollfd ready{descriptor_, POLLIN, 0};
    if (poll(&ready, 1, static_cast<int>(patience.count())) <= 0) break;
    all += sip(65536);
  }
  return all;
}

std::string Wire::sip(std::size_t bytes) {
  std::string text(bytes, '\0');
  auto const count = recv(descriptor_, text.data(), text.size(), MSG_DONTWAIT);
  closed_ = count == 0 || (count < 0 && errno != EAGAIN);
  text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return text;
}

}  // namespace annals::test
