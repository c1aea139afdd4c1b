#include "stack/listen_address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>

#include "base/error.hpp"

namespace annals::stack {
namespace {

sockaddr_in socket_address(ListenAddress const& address) {
  sockaddr_in out{};
  out.sin_family = AF_INET;
  out.sin_port = htons(static_cast<std::uint16_t>(address.port));
  inet_pton(AF_INET, address.host.c_str(), &out.sin_addr);
  return out;
}

class Socket {
 public:
  Socket() : descriptor_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {}
  ~Socket() { close(descriptor_); }
  Socket(Socket&&) = delete;
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace

ListenAddress ListenAddress::parse(std::string const& text) {
  ListenAddress address;
  auto const colon = text.rfind(':');
  auto const port = colon == std::string::npos ? std::string() : text.substr(colon + 1);
  auto const [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
  address.host = text.substr(0, colon);
  in_addr ignored{};
  bool const good = !port.empty() && error == std::errc() && end == port.data() + port.size() &&
                    address.port > 0 && address.port < 65536 &&
                    inet_pton(AF_INET, address.host.c_str(), &ignored) == 1;
  if (!good) throw Error(Problem::invalid_value, "--listen must be like 127.0.0.1:8080, not " + text);
  return address;
}

bool ListenAddress::is_loopback() const { return host.starts_with("127."); }

void check_free(ListenAddress const& address) {
  Socket const socket;
  int const on = 1;
  setsockopt(socket.descriptor(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  auto const at = socket_address(address);
  if (bind(socket.descriptor(), reinterpret_cast<sockaddr const*>(&at), sizeof at) == 0) return;
  if (errno == EADDRINUSE)
    throw Error(Problem::exists,
                "another program has " + address.text() + "; choose another port with --listen");
  throw Error(Problem::forbidden, "cannot listen on " + address.text() + ": " + std::strerror(errno) +
                                      "; choose another address with --listen");
}

bool answers(ListenAddress const& address) {
  Socket const socket;
  auto const at = socket_address(address);
  return connect(socket.descriptor(), reinterpret_cast<sockaddr const*>(&at), sizeof at) == 0;
}

}  // namespace annals::stack
