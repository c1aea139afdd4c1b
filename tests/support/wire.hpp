#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace annals::test {

/// A connection on which bytes are sent, and read, when the test says so.
class Wire {
 public:
  /// To 127.0.0.1:port. `from` is an address of the loopback network: 127.0.0.2 is another client.
  explicit Wire(int port, std::string const& from = "127.0.0.1");
  explicit Wire(std::filesystem::path const& socket);
  ~Wire();
  Wire(Wire&&) = delete;

  /// False where the other side is gone.
  [[nodiscard]] bool say(std::string const& text) const;
  /// What arrives until the other side closes or `patience` passes without a byte.
  std::string hear(std::chrono::milliseconds patience);
  /// At most that many of the bytes that have arrived.
  std::string sip(std::size_t bytes);
  [[nodiscard]] bool is_closed() const { return closed_; }

 private:
  int descriptor_;
  bool closed_ = false;
};

}  // namespace annals::test
