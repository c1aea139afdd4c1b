#pragma once

#include <string>

namespace annals::stack {

/// "127.0.0.1:8080", "0.0.0.0:80": an IPv4 address and a port.
struct ListenAddress {
  std::string host;
  int port = 0;

  /// Throws Error(invalid_value).
  static ListenAddress parse(std::string const& text);
  [[nodiscard]] bool is_loopback() const;
  [[nodiscard]] std::string text() const { return host + ":" + std::to_string(port); }
};

/// Throws Error(exists) where another program has the port, Error(forbidden) where it may not be taken, with
/// one sentence on how to mend it.
void check_free(ListenAddress const& address);

/// Whether somebody accepts connections there.
[[nodiscard]] bool answers(ListenAddress const& address);

}  // namespace annals::stack
